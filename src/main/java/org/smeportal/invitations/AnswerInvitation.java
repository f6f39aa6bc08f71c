package org.smeportal.invitations;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.Modality;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Anonymous;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** An SME answers (R3.4, R3.6): by the personal link of the mail, or signed in on the page of their events. */
@UseCase
public class AnswerInvitation {

    private final Invitations invitations;
    private final InvitationKeys keys;
    private final SeatPools pools;
    private final Seating seating;
    private final InvitationMessages messages;
    private final EventDirectory events;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public AnswerInvitation(
            Invitations invitations,
            InvitationKeys keys,
            SeatPools pools,
            Seating seating,
            InvitationMessages messages,
            EventDirectory events,
            CurrentUser user,
            Clock clock) {
        this.invitations = invitations;
        this.keys = keys;
        this.pools = pools;
        this.seating = seating;
        this.messages = messages;
        this.events = events;
        this.user = user;
        this.clock = clock;
    }

    /** What the answer led to; the audit trail knows by it which invitation the link opened. */
    public record Answered(UUID invitation, Answer answer, InvitationStatus status) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "invitation:" + invitation;
        }

        @Override
        public String auditDetail() {
            return answer.name();
        }
    }

    /** {@code where} matters for hybrid events only; null takes the modality that has a free seat, virtual first. */
    @Anonymous("the personal link of the mail is the proof")
    public Answered byLink(String token, Answer answer, @Nullable Modality where) {
        InvitationKeys.Key key = keys.byToken(token).orElseThrow(NotFound::new);
        return new Answered(key.publicId(), answer, answer(key, answer, where));
    }

    @Requires(Permission.ANSWER_OWN_INVITATION)
    public InvitationStatus own(UUID invitation, Answer answer, @Nullable Modality where) {
        InvitationKeys.Key key = keys.ofAccount(invitation, user.accountId()).orElseThrow(NotFound::new);
        return answer(key, answer, where);
    }

    private InvitationStatus answer(InvitationKeys.Key key, Answer answer, @Nullable Modality where) {
        pools.lockOf(key.eventId());
        EventCard event = events.card(key.eventId());
        Invitation invitation = invitations.locked(key.id());
        InvitationStatus before = invitation.status();
        boolean again = invitation.answerAgainBy() != null;
        if (!again && AnswerPolicy.isSame(before, answer) && !changesPlace(invitation, answer, event, where)) {
            return before;
        }
        Optional<String> refusal = AnswerPolicy.refusal(event, before, answer, clock.instant());
        if (refusal.isPresent()) {
            throw new Refused(refusal.get(), event.title());
        }
        boolean late = AnswerPolicy.isLate(event, clock.instant());
        switch (answer) {
            case YES -> {
                if (again && !changesPlace(invitation, answer, event, where)) {
                    invitation.sayYesAgain(clock.instant());
                    invitations.record(invitation, before, null);
                } else {
                    accept(event, invitation, where, late);
                }
            }
            case MAYBE -> {
                Long freed = seating.leave(invitation);
                invitation.consider(clock.instant());
                invitations.record(invitation, before, null);
                passOn(event, freed);
            }
            case NO -> {
                Long freed = seating.leave(invitation);
                String notice = late ? "after the deadline" : null;
                invitation.decline(clock.instant(), notice);
                invitations.record(invitation, before, notice);
                passOn(event, freed);
                seating.callStandby(event);
            }
        }
        messages.answered(invitation);
        return invitation.status();
    }

    private void accept(EventCard event, Invitation invitation, @Nullable Modality where, boolean late) {
        long pool = choose(event, invitation, where);
        Long held = invitation.seatPoolId();
        boolean moves = held != null && held != pool && invitation.status() == InvitationStatus.ACCEPTED;
        if (moves && (late || !pools.read(pool).givesSeatAtOnce())) {
            throw new Refused("invitations.refused.placeFull", where == null ? event.modality() : where);
        }
        Long freed = held != null && held != pool ? seating.leave(invitation) : null;
        if (held != null && held != pool) {
            InvitationStatus before = invitation.status();
            invitation.consider(clock.instant());
            invitations.record(invitation, before, null);
        }
        seating.seatOrQueue(invitation, pool, late);
        passOn(event, freed);
    }

    private long choose(EventCard event, Invitation invitation, @Nullable Modality where) {
        if (event.modality() != Modality.HYBRID) {
            return require(pools.find(event.id(), event.modality()));
        }
        if (where == Modality.IN_PERSON || where == Modality.VIRTUAL) {
            return require(pools.find(event.id(), where));
        }
        if (invitation.seatPoolId() != null) {
            return invitation.seatPoolId();
        }
        long virtual = require(pools.find(event.id(), Modality.VIRTUAL));
        long inPerson = require(pools.find(event.id(), Modality.IN_PERSON));
        return pools.read(virtual).hasFreeSeat() || !pools.read(inPerson).hasFreeSeat() ? virtual : inPerson;
    }

    private boolean changesPlace(Invitation invitation, Answer answer, EventCard event, @Nullable Modality where) {
        if (answer != Answer.YES || event.modality() != Modality.HYBRID || where == null || where == Modality.HYBRID) {
            return false;
        }
        Long wanted = pools.find(event.id(), where);
        return wanted != null && !wanted.equals(invitation.seatPoolId());
    }

    private void passOn(EventCard event, @Nullable Long freed) {
        if (freed != null) {
            seating.passOn(event, freed);
        }
    }

    private static long require(@Nullable Long pool) {
        if (pool == null) {
            throw new IllegalStateException("an event without seats");
        }
        return pool;
    }
}
