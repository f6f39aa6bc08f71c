package org.smeportal.years;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smeportal.security.LinkTokens;

/** What an SME says of one of their years: the favourite event, and whether others may see the year. */
@Entity
@Table(name = "sme_year")
class SmeYear {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "sme_id")
    private long smeId;

    @Column(name = "in_year")
    private int year;

    @Column(name = "favourite_event_id")
    private @Nullable Long favouriteEventId;

    @Column(name = "share_nonce")
    private @Nullable String shareNonce;

    @Column(name = "shared_at")
    private @Nullable Instant sharedAt;

    @Version
    private int version;

    protected SmeYear() {}

    void favour(@Nullable Long eventId) {
        favouriteEventId = eventId;
    }

    /** A year that is shared keeps its link. */
    void share(Instant now) {
        if (shareNonce == null) {
            shareNonce = LinkTokens.newNonce();
            sharedAt = now;
        }
    }

    /** Sharing again makes another link; this one stays dead. */
    void endSharing() {
        shareNonce = null;
        sharedAt = null;
    }
}
