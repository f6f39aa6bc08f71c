package org.smeportal.notifications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
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
    private final MailPreferences preferences;
    private final PortalConfig config;
    private final Clock clock;

    @Inject
    public Outbox(EntityManager entityManager, MailPreferences preferences, PortalConfig config, Clock clock) {
        this.entityManager = entityManager;
        this.preferences = preferences;
        this.config = config;
        this.clock = clock;
    }

    /** Nobody behind the address, or somebody who does not want such mails (R1.5): nothing to send. */
    public void enqueue(NewMessage message) {
        boolean wanted = !toSend(List.of(message)).isEmpty();
        if (!wanted && !Confidential.is(message.kind())) {
            return;
        }
        OutboxMessage row = new OutboxMessage(message, config.baseUrl().getHost(), clock.instant());
        entityManager.persist(row);
        if (!wanted) {
            // its number is taken, so that a missing one says nothing
            entityManager.flush();
            entityManager.remove(row);
        }
    }

    /** Many at once, with few statements; the same are left out. */
    public void enqueueAll(List<NewMessage> messages) {
        String host = config.baseUrl().getHost();
        Sql.insert(
                entityManager,
                OutboxMessage.ROW,
                toSend(messages).stream()
                        .map(message -> new OutboxMessage(message, host, clock.instant()).row())
                        .toList());
    }

    private List<NewMessage> toSend(List<NewMessage> messages) {
        return preferences.wantedOf(messages.stream()
                .filter(message -> !message.recipient().isNobody())
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
        preferences.move(before, now);
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

    /**
     * Somebody's data are deleted: what waits for them is taken back, what was sent stays without name, address and
     * parameters.
     */
    public void forget(Set<String> addresses, String formerName) {
        entityManager.flush();
        preferences.forget(addresses);
        for (String address : addresses) {
            entityManager
                    .createNativeQuery("delete from outbox_message where recipient = ?1 and state = 'QUEUED'")
                    .setParameter(1, address)
                    .executeUpdate();
            redact("recipient = ?3", formerName, address);
        }
    }

    /** The last message of that kind about the subject has left: it keeps nothing of whom it went to. */
    public void forget(String kind, long subjectId, String formerName) {
        entityManager.flush();
        redact("kind = ?3 and subject_id = ?4", formerName, kind, subjectId);
    }

    /** The same for those of the kind that did not leave and never will. */
    public void forgetUndelivered(String kind, String formerName) {
        redact(
                "kind = ?3 and state in ('BOUNCED', 'FAILED') and recipient not like '%@gone.invalid'",
                formerName, kind);
    }

    private void redact(String which, String formerName, Object... parameters) {
        Query update = entityManager
                .createNativeQuery("update outbox_message set recipient = ?1, recipient_name = ?2, parameters = '{}',"
                        + " last_error = null where " + which)
                .setParameter(1, EmailAddress.nobody().value())
                .setParameter(2, formerName);
        for (int i = 0; i < parameters.length; i++) {
            update.setParameter(i + 3, parameters[i]);
        }
        update.executeUpdate();
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
