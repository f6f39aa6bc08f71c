package org.smeportal.online;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventStatus;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** An SME with a seat asks for help (R4.6); it lands in the queue of the programme managers. */
@UseCase
public class AskForHelp {

    /** How many calls of one person may wait at an event. */
    public static final int MOST_WAITING = 3;

    private final HelpRequests requests;
    private final Rooms rooms;
    private final EventDirectory events;
    private final SmeDirectory smes;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public AskForHelp(
            HelpRequests requests,
            Rooms rooms,
            EventDirectory events,
            SmeDirectory smes,
            CurrentUser user,
            Clock clock) {
        this.requests = requests;
        this.rooms = rooms;
        this.events = events;
        this.smes = smes;
        this.user = user;
        this.clock = clock;
    }

    /** {@code formKey} was made when the form was shown: sending it twice asks once. */
    public record Question(
            UUID event, UUID formKey, @Nullable UUID room, String words) implements AuditedCommand {

        /** Nothing more: the words may touch an item. */
        @Override
        public String auditSubject() {
            return "event:" + event;
        }
    }

    @Requires(Permission.ASK_FOR_HELP)
    public void ask(Question question) {
        EventCard event = events.byPublicId(question.event()).orElseThrow(NotFound::new);
        SmeCard sme = smes.byAccount(user.accountId()).orElseThrow(NotFound::new);
        if (!requests.lockSeat(event.id(), sme.id())) {
            throw new NotFound();
        }
        if (requests.isAsked(sme.id(), question.formKey())) {
            return;
        }
        if (event.status().isOver() || event.status() == EventStatus.POSTPONED) {
            throw new Refused("online.refused.over", event.status());
        }
        String words = Words.line(question.words(), 300);
        Long room = question.room() == null
                ? null
                : rooms.locked(event.id(), question.room())
                        .orElseThrow(NotFound::new)
                        .id();
        if (requests.waiting(event.id(), sme.id()) >= MOST_WAITING) {
            throw new Refused("online.refused.tooMany", MOST_WAITING);
        }
        requests.add(new HelpRequest(question.formKey(), event.id(), sme.id(), room, words, clock.instant()));
    }

    /** The SME found out alone. */
    @Requires(Permission.ASK_FOR_HELP)
    public void settle(UUID publicId) {
        SmeCard sme = smes.byAccount(user.accountId()).orElseThrow(NotFound::new);
        HelpRequest request = requests.locked(publicId);
        if (request.smeId() != sme.id()) {
            throw new NotFound();
        }
        request.settle(clock.instant());
    }
}
