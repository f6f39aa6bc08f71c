package org.smeportal.practical;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventLifecycle;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A programme manager writes the practical page of an event, and private travel notes to those with a seat. */
@UseCase
@Requires(Permission.PLAN_EVENTS)
public class WritePractical {
    private final EntityManager entityManager;
    private final EventDirectory events;
    private final EventLifecycle lifecycle;
    private final PracticalQueries practical;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public WritePractical(
            EntityManager entityManager,
            EventDirectory events,
            EventLifecycle lifecycle,
            PracticalQueries practical,
            CurrentUser user,
            Clock clock) {
        this.entityManager = entityManager;
        this.events = events;
        this.lifecycle = lifecycle;
        this.practical = practical;
        this.user = user;
        this.clock = clock;
    }

    /** {@code version} is that of the page as the editor saw it, 0 for none: who saves second is told. */
    public record Page(UUID event, int version, PracticalFacts facts) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "event:" + event;
        }
    }

    /** An empty text takes the note away. The audit trail keeps who wrote to whom, not what. */
    public record Note(UUID event, UUID sme, @Nullable String text) implements AuditedCommand {
        public Note {
            text = Words.text(text, 1000);
        }

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return "sme:" + sme;
        }
    }

    public void write(Page page) {
        EventCard event = events.byPublicId(page.event()).orElseThrow(NotFound::new);
        // one writer at a time for an event, also for what has no row yet
        lifecycle.lock(event.id());
        EventPractical stored = entityManager.find(EventPractical.class, event.id());
        if ((stored == null ? 0 : stored.version()) != page.version()) {
            throw new Refused("practical.refused.changed");
        }
        if (stored == null) {
            stored = new EventPractical(event.id());
            entityManager.persist(stored);
        }
        stored.write(page.facts());
    }

    public void note(Note note) {
        PracticalQueries.Seated seated =
                practical.seated(note.event(), note.sme()).orElseThrow(NotFound::new);
        lifecycle.lock(seated.eventId());
        List<TravelNote> stored = entityManager
                .createQuery("select t from TravelNote t where t.eventId = :event and t.smeId = :sme", TravelNote.class)
                .setParameter("event", seated.eventId())
                .setParameter("sme", seated.smeId())
                .getResultList();
        String text = note.text();
        if (text == null) {
            stored.forEach(entityManager::remove);
        } else if (stored.isEmpty()) {
            entityManager.persist(
                    new TravelNote(seated.eventId(), seated.smeId(), text, user.getName(), clock.instant()));
        } else {
            stored.get(0).write(text, user.getName(), clock.instant());
        }
    }
}
