package org.smeportal.notifications;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.Sql;

/**
 * The short transactions of the relay. What it learned of a message counts only while its lease holds, except that the
 * message was delivered, which is true whoever has it now.
 */
@BackgroundStep
public class RelaySteps {

    static final int BATCH = 20;

    private final EntityManager entityManager;
    private final MailServer server;
    private final Event<MessageSent> news;
    private final PortalConfig config;
    private final Clock clock;

    @Inject
    RelaySteps(
            EntityManager entityManager, MailServer server, Event<MessageSent> news, PortalConfig config, Clock clock) {
        this.entityManager = entityManager;
        this.server = server;
        this.news = news;
        this.config = config;
        this.clock = clock;
    }

    /** Takes what is due, first what another relay left behind; rows that are just being taken or undone are passed by. */
    public List<OutboxMessage> claim() {
        List<Long> due =
                new ArrayList<>(due("state = 'SENDING' and lease_until <= ?1 order by lease_until, id", BATCH));
        if (due.size() < BATCH) {
            due.addAll(due("state = 'QUEUED' and not_before <= ?1 order by not_before, id", BATCH - due.size()));
        }
        if (due.isEmpty()) {
            return List.of();
        }
        Instant until = clock.instant().plus(config.relayLease());
        return entityManager
                .createQuery(
                        "select m from OutboxMessage m where m.id in :ids order by m.notBefore, m.id",
                        OutboxMessage.class)
                .setParameter("ids", due)
                .getResultStream()
                .filter(message -> message.claim(until))
                .toList();
    }

    /** The mail server has it: it must not go out again, whoever holds it by now. Only its news are still to be told. */
    public void out(OutboxMessage claimed) {
        entityManager
                .createNativeQuery("""
                        update outbox_message set state = 'SENDING', sent_at = ?1, lease_until = ?2
                        where id = ?3 and state not in ('SENT', 'KEPT')""")
                .setParameter(1, Sql.parameter(clock.instant()))
                .setParameter(2, Sql.parameter(claimed.leaseUntil()))
                .setParameter(3, claimed.id())
                .executeUpdate();
    }

    public void delivered(Collection<OutboxMessage> claimed) {
        claimed.forEach(message -> deliver(message, true));
    }

    /** For the rare case that those who hear the news fail on it: the message is out and must not go out again. */
    public void deliveredUntold(OutboxMessage claimed) {
        deliver(claimed, false);
    }

    public void bounced(OutboxMessage claimed, String reason) {
        settle(List.of(claimed), row -> row.bounce(reason));
    }

    public void failed(OutboxMessage claimed, String reason) {
        settle(List.of(claimed), row -> row.fail(reason));
    }

    public void postponed(Collection<OutboxMessage> claimed, String reason) {
        settle(claimed, row -> row.postpone(reason, clock.instant()));
    }

    private void deliver(OutboxMessage claimed, boolean tell) {
        OutboxMessage row = locked(claimed);
        Instant now = clock.instant();
        if (row != null && row.deliver(server.fate(), now) && tell) {
            news.fire(new MessageSent(row.kind(), row.subjectId(), now));
        }
    }

    private void settle(Collection<OutboxMessage> claimed, Consumer<OutboxMessage> verb) {
        for (OutboxMessage message : claimed) {
            OutboxMessage row = locked(message);
            if (row != null && row.isHeldAs(message)) {
                verb.accept(row);
            }
        }
    }

    private @Nullable OutboxMessage locked(OutboxMessage claimed) {
        return entityManager.find(OutboxMessage.class, claimed.id(), LockModeType.PESSIMISTIC_WRITE);
    }

    private List<Long> due(String which, int most) {
        return Sql.numbers(entityManager
                .createNativeQuery("select id from outbox_message where " + which + " limit ?2 for update skip locked")
                .setParameter(1, Sql.parameter(clock.instant()))
                .setParameter(2, most));
    }
}
