package org.smeportal.applications;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stage that an application reached, and by whom; written once. */
@Entity
@Table(name = "application_move")
class ApplicationMove {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "application_id")
    private long applicationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state")
    private @Nullable ApplicationState from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    private ApplicationState to;

    private Instant at;
    private String actor;
    private @Nullable String reason;

    protected ApplicationMove() {}

    ApplicationMove(
            long applicationId,
            @Nullable ApplicationState from,
            ApplicationState to,
            Instant at,
            String actor,
            @Nullable String reason) {
        this.applicationId = applicationId;
        this.from = from;
        this.to = to;
        this.at = at;
        this.actor = actor;
        this.reason = reason;
    }
}
