package org.smeportal.invitations;

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

/** One step in the life of an invitation; written once. */
@Entity
@Table(name = "invitation_move")
class InvitationMove {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "invitation_id")
    private long invitationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_status")
    private @Nullable InvitationStatus from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_status")
    private InvitationStatus to;

    private Instant at;
    private String actor;
    private @Nullable String reason;

    protected InvitationMove() {}

    InvitationMove(
            long invitationId,
            @Nullable InvitationStatus from,
            InvitationStatus to,
            Instant at,
            String actor,
            @Nullable String reason) {
        this.invitationId = invitationId;
        this.from = from;
        this.to = to;
        this.at = at;
        this.actor = actor;
        this.reason = reason;
    }

    @Nullable
    InvitationStatus from() {
        return from;
    }
}
