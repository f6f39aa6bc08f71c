package org.smeportal.notifications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/** Where features put their messages, in the transaction of the act that causes them; the relay sends them later. */
@Repository
public class Outbox {

    private final EntityManager entityManager;
    private final PortalConfig config;
    private final Clock clock;

    @Inject
    public Outbox(EntityManager entityManager, PortalConfig config, Clock clock) {
        this.entityManager = entityManager;
        this.config = config;
        this.clock = clock;
    }

    public void enqueue(NewMessage message) {
        entityManager.persist(new OutboxMessage(message, config.baseUrl().getHost(), clock.instant()));
    }

    /** Many at once, with few statements. */
    public void enqueueAll(List<NewMessage> messages) {
        String host = config.baseUrl().getHost();
        Sql.insert(
                entityManager,
                OutboxMessage.ROW,
                messages.stream()
                        .map(message -> new OutboxMessage(message, host, clock.instant()).row())
                        .toList());
    }

    /** The end of the undo window for messages enqueued now. */
    public Instant undoableUntil() {
        return clock.instant().plus(config.undoWindow());
    }

    /** Takes back what of the batch was not handed to the mail server yet; answers how many messages. */
    public int removeQueued(UUID batch) {
        return removeQueued(batch, "");
    }

    /**
     * Takes back what of the batch was not handed to the mail server yet, but for one kind that only tells what stays
     * done; answers how many messages.
     */
    public int removeQueued(UUID batch, String keptKind) {
        entityManager.flush();
        return entityManager
                .createNativeQuery("delete from outbox_message where batch = ?1 and kind <> ?2 and state = 'QUEUED'"
                        + " and attempts = 0")
                .setParameter(1, batch.toString())
                .setParameter(2, keptKind)
                .executeUpdate();
    }

    /** Takes back the messages about one subject that wait unsent, such as an invitation withdrawn before its mail left. */
    public int removeQueued(String kind, long subjectId) {
        entityManager.flush();
        return entityManager
                .createNativeQuery(
                        "delete from outbox_message where kind = ?1 and subject_id = ?2 and state = 'QUEUED'")
                .setParameter(1, kind)
                .setParameter(2, subjectId)
                .executeUpdate();
    }

    /**
     * Somebody's address was corrected: what has not been sent goes to the new one. Those kinds that belong to an account
     * stay: whoever has the account of the former address is not the one who moved.
     */
    public int redirect(EmailAddress before, EmailAddress now, Set<String> exceptKinds) {
        entityManager.flush();
        return entityManager
                .createQuery("""
                        update OutboxMessage m set m.recipient = :now
                        where m.recipient = :before and m.state not in :done and m.kind not in :kinds""")
                .setParameter("now", now.value())
                .setParameter("before", before.value())
                .setParameter("done", Set.of(OutboxState.SENT, OutboxState.KEPT))
                .setParameter("kinds", exceptKinds)
                .executeUpdate();
    }

    /** Whether a message of that kind about the subject waits to leave. */
    public boolean waits(String kind, long subjectId) {
        return !entityManager
                .createNativeQuery(
                        "select id from outbox_message where kind = ?1 and subject_id = ?2 and state = 'QUEUED' limit 1")
                .setParameter(1, kind)
                .setParameter(2, subjectId)
                .getResultList()
                .isEmpty();
    }

    /** Ends the undo window of a batch. */
    public int sendNow(UUID batch) {
        entityManager.flush();
        return entityManager
                .createNativeQuery("update outbox_message set not_before = ?1 where batch = ?2 and state = 'QUEUED'")
                .setParameter(1, Sql.parameter(clock.instant()))
                .setParameter(2, batch.toString())
                .executeUpdate();
    }
}
