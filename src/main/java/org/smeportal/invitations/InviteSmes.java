package org.smeportal.invitations;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventLifecycle;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.UseCase;
import org.smeportal.security.LinkTokens;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/**
 * A wave of invitations (R3.3, R3.7): queued for the undo window, one mail each. Who was invited before and is out again
 * gets the same row; who stands by is invited when a seat frees and nobody waits.
 */
@UseCase
public class InviteSmes {

    private final Invitations invitations;
    private final InvitationMessages messages;
    private final EventDirectory events;
    private final EventLifecycle lifecycle;
    private final SmeDirectory smes;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public InviteSmes(
            Invitations invitations,
            InvitationMessages messages,
            EventDirectory events,
            EventLifecycle lifecycle,
            SmeDirectory smes,
            Outbox outbox,
            Clock clock) {
        this.invitations = invitations;
        this.messages = messages;
        this.events = events;
        this.lifecycle = lifecycle;
        this.smes = smes;
        this.outbox = outbox;
        this.clock = clock;
    }

    public record Wave(UUID event, List<UUID> smes, boolean standby) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return smes.size() + (standby ? " stand by" : " invited");
        }
    }

    /** What was done, and until when it can be undone. */
    public record Invited(UUID batch, int count, Instant undoableUntil) {}

    @Requires(Permission.INVITE_SMES)
    public Invited invite(Wave wave) {
        long eventId =
                events.byPublicId(wave.event()).orElseThrow(NotFound::new).id();
        lifecycle.lock(eventId);
        EventCard event = events.card(eventId);
        List<SmeCard> chosen = smes.cardsByPublicId(wave.smes());
        check(event, wave, chosen);
        lifecycle.markInviting(event.id());
        UUID batch = UUID.randomUUID();
        Instant until = outbox.undoableUntil();
        int number = invitations.lastWave(event.id()) + 1;
        Map<Long, Invitation> known =
                invitations.of(event.id(), chosen.stream().map(SmeCard::id).toList());
        List<Invitation> first = new ArrayList<>();
        for (SmeCard sme : chosen) {
            Invitation invitation = known.get(sme.id());
            if (invitation == null) {
                invitation = new Invitation(event.id(), sme.id(), LinkTokens.newNonce(), clock.instant());
                invitation.queue(number, batch, wave.standby());
                first.add(invitation);
            } else if (!invitation.status().isOver()) {
                throw new Refused("invitations.refused.already", sme.name());
            }
        }
        // before the others join the wave: they have their moves recorded with what they were
        invitations.addAll(first, batch);
        for (Invitation invitation : known.values()) {
            InvitationStatus before = invitation.status();
            invitation.queue(number, batch, wave.standby());
            invitations.record(invitation, before, null);
        }
        if (!wave.standby()) {
            first.addAll(known.values());
            messages.invite(first, chosen, batch, until);
        }
        return new Invited(batch, chosen.size(), until);
    }

    private void check(EventCard event, Wave wave, List<SmeCard> chosen) {
        if (wave.smes().isEmpty()) {
            throw new Refused("invitations.refused.nobody");
        }
        if (chosen.size() != wave.smes().stream().distinct().count()) {
            throw new NotFound();
        }
        String against = InvitingPolicy.againstInviting(event, clock.instant());
        if (against != null) {
            throw new Refused(against, event.status());
        }
    }
}
