package org.smeportal.profiles;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** The limits of an SME; who has said nothing has none. */
@Entity
@Table(name = "sme_profile")
class SmeProfile {
    @Id
    @Column(name = "sme_id")
    private long smeId;

    @Column(name = "max_events")
    private @Nullable Integer maxEvents;

    @Enumerated(EnumType.STRING)
    private TravelRadius travel;

    @Version
    private int version;

    protected SmeProfile() {}

    SmeProfile(long smeId) {
        this.smeId = smeId;
        this.travel = TravelRadius.ANYWHERE;
    }

    void limit(Limits limits) {
        maxEvents = limits.maxEvents();
        travel = limits.travel();
    }
}
