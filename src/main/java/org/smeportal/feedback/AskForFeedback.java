package org.smeportal.feedback;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.smeportal.attendance.AttendanceClosed;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.notifications.NewMessage;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.Repository;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/**
 * When attendance is closed, everybody who was there is asked once; the mails wait for the undo window (R3.7). Not after an
 * event that was taken over from long ago.
 */
@Repository
public class AskForFeedback {

    private final FeedbackQueries queries;
    private final EventDirectory events;
    private final SmeDirectory smes;
    private final Outbox outbox;
    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public AskForFeedback(
            FeedbackQueries queries,
            EventDirectory events,
            SmeDirectory smes,
            Outbox outbox,
            EntityManager entityManager,
            Clock clock) {
        this.queries = queries;
        this.events = events;
        this.smes = smes;
        this.outbox = outbox;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    void onClosed(@Observes AttendanceClosed news) {
        entityManager.flush();
        EventCard event = events.card(news.eventId());
        if (FeedbackPolicy.closed(event.endsAt(), null, clock.instant()).isPresent()) {
            return;
        }
        UUID batch = UUID.randomUUID();
        Instant until = outbox.undoableUntil();
        outbox.enqueueAll(smes.cards(queries.toAsk(event.id())).values().stream()
                .sorted(Comparator.comparing(SmeCard::id))
                .map(sme -> message(event, sme).waiting(batch, until))
                .toList());
    }

    private static NewMessage message(EventCard event, SmeCard sme) {
        String key = FeedbackMails.ASK + "." + event.publicId() + "." + sme.publicId();
        return NewMessage.of(FeedbackMails.ASK, sme.id(), key, new EmailAddress(sme.email()), sme.name())
                .forEvent(event.id())
                .with(Map.of(FeedbackMails.EVENT, Long.toString(event.id())));
    }
}
