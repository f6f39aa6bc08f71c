package org.smeportal.invitations;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** Reminds those who have not answered (R3.7), within the quiet period and the cap of {@link ReminderPolicy}. */
@UseCase
public class RemindUnanswered {

    private final Invitations invitations;
    private final PanelQueries panel;
    private final InvitationMessages messages;
    private final EventDirectory events;
    private final SmeDirectory smes;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public RemindUnanswered(
            Invitations invitations,
            PanelQueries panel,
            InvitationMessages messages,
            EventDirectory events,
            SmeDirectory smes,
            Outbox outbox,
            Clock clock) {
        this.invitations = invitations;
        this.panel = panel;
        this.messages = messages;
        this.events = events;
        this.smes = smes;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Requires(Permission.INVITE_SMES)
    public InviteSmes.Invited remind(UUID publicEventId) {
        EventCard event = events.byPublicId(publicEventId).orElseThrow(NotFound::new);
        String against = InvitingPolicy.againstReminding(event, clock.instant());
        if (against != null) {
            throw new Refused(against, event.status());
        }
        List<PanelQueries.Due> due = panel.toRemind(event.id());
        if (due.isEmpty()) {
            throw new Refused("invitations.refused.nobodyToRemind");
        }
        UUID batch = UUID.randomUUID();
        Instant until = outbox.undoableUntil();
        List<Invitation> reminded = due.stream()
                .map(PanelQueries.Due::id)
                .sorted()
                .map(invitations::locked)
                .toList();
        Map<Long, SmeCard> cards =
                smes.cards(reminded.stream().map(Invitation::smeId).toList());
        messages.remind(
                reminded.stream()
                        .filter(invitation ->
                                invitation.status() == InvitationStatus.SENT || invitation.answerAgainBy() != null)
                        .toList(),
                cards,
                batch,
                until);
        return new InviteSmes.Invited(batch, reminded.size(), until);
    }
}
