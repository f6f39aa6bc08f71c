package org.smeportal.invitations;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.notifications.NewMessage;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.Repository;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** What is mailed about an invitation: one message a move, its key made of invitation, kind and SEQUENCE. */
@Repository
class InvitationMessages {

    private final Outbox outbox;
    private final SmeDirectory smes;

    @Inject
    InvitationMessages(Outbox outbox, SmeDirectory smes) {
        this.outbox = outbox;
        this.smes = smes;
    }

    void invite(Collection<Invitation> wave, Collection<SmeCard> cards, UUID batch, Instant until) {
        Map<Long, SmeCard> bySme = cards.stream().collect(Collectors.toMap(SmeCard::id, Function.identity()));
        outbox.enqueueAll(wave.stream()
                .map(invitation -> message(
                                MailKind.INVITE,
                                invitation,
                                Objects.requireNonNull(bySme.get(invitation.smeId())),
                                "w" + invitation.wave(),
                                null)
                        .waiting(batch, until))
                .toList());
    }

    void inviteNow(Invitation invitation) {
        outbox.enqueue(
                message(MailKind.INVITE, invitation, smes.card(invitation.smeId()), "w" + invitation.wave(), null));
    }

    void remind(Collection<Invitation> unanswered, Map<Long, SmeCard> bySme, UUID batch, Instant until) {
        outbox.enqueueAll(unanswered.stream()
                .filter(invitation -> bySme.containsKey(invitation.smeId()))
                .map(invitation -> message(
                                MailKind.REMIND,
                                invitation,
                                Objects.requireNonNull(bySme.get(invitation.smeId())),
                                "w" + invitation.wave() + "r" + batch.toString().substring(0, 8),
                                null)
                        .waiting(batch, until))
                .toList());
    }

    /** An answer ends what still waits to ask for one. */
    void answered(Invitation invitation) {
        takeBack(invitation);
        news(MailKind.ANSWERED, invitation, null);
    }

    /** To an address that has heard nothing yet: where the invitation stands, with a link that works. */
    void toldAgain(Invitation invitation) {
        MailKind kind = switch (invitation.status()) {
            case QUEUED, SENT -> MailKind.INVITE;
            case OFFERED -> MailKind.OFFER;
            default -> MailKind.ANSWERED;
        };
        String step = "a" + UUID.randomUUID().toString().substring(0, 8);
        outbox.enqueue(message(kind, invitation, smes.card(invitation.smeId()), step, null));
    }

    /** Whether the mail of the invitation itself waits to leave. */
    boolean inviteWaits(Invitation invitation) {
        return outbox.waits(MailKind.INVITE.code(), invitation.id());
    }

    void seatPassedOn(Invitation invitation) {
        news(MailKind.SEAT, invitation, null);
    }

    void seatOffered(Invitation invitation) {
        news(MailKind.OFFER, invitation, null);
    }

    void withdrawn(Invitation invitation, @Nullable String reason) {
        outbox.removeQueued(MailKind.UPDATE.code(), invitation.id());
        news(MailKind.WITHDRAW, invitation, reason);
    }

    /** Of two changes within the undo window only the last is told. */
    void rescheduled(Invitation invitation, SmeCard sme, UUID batch, Instant until) {
        outbox.removeQueued(MailKind.UPDATE.code(), invitation.id());
        outbox.enqueue(message(MailKind.UPDATE, invitation, sme, "s" + invitation.sequence(), null)
                .waiting(batch, until));
    }

    void cancelled(Invitation invitation, SmeCard sme, String reason) {
        outbox.removeQueued(MailKind.UPDATE.code(), invitation.id());
        outbox.enqueue(message(MailKind.CANCEL, invitation, sme, "s" + invitation.sequence(), reason));
    }

    /** The event changed in a way that another mail tells: what waits to tell of it goes. */
    void overtaken(Invitation invitation) {
        outbox.removeQueued(MailKind.UPDATE.code(), invitation.id());
    }

    /** Takes back the invitation and the reminder that did not leave yet; false when the invitation did. */
    boolean takeBack(Invitation invitation) {
        outbox.removeQueued(MailKind.REMIND.code(), invitation.id());
        return outbox.removeQueued(MailKind.INVITE.code(), invitation.id()) > 0;
    }

    private void news(MailKind kind, Invitation invitation, @Nullable String reason) {
        outbox.enqueue(message(kind, invitation, smes.card(invitation.smeId()), "s" + invitation.sequence(), reason));
    }

    private static NewMessage message(
            MailKind kind, Invitation invitation, SmeCard sme, String step, @Nullable String reason) {
        String key = kind.code() + "." + invitation.publicId() + "." + step;
        Map<String, String> fixed = reason == null
                ? Map.of("sequence", Integer.toString(invitation.sequence()))
                : Map.of("sequence", Integer.toString(invitation.sequence()), "reason", reason);
        return NewMessage.of(kind.code(), invitation.id(), key, new EmailAddress(sme.email()), sme.name())
                .forEvent(invitation.eventId())
                .with(fixed);
    }
}
