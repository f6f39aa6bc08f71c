package org.smeportal.notifications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/**
 * The outbox as pages show it: the messages newest first, one of them in full, and how they fare altogether; but for those
 * that are {@link Confidential}.
 */
@Queries
public class OutboxQueries {

    private static final String PAGE = """
            select o.id, o.kind, o.recipient, o.recipient_name, o.event_id, o.state, o.attempts, o.last_error,
                o.created_at, o.not_before, o.sent_at, e.title
            from (select * %s order by id desc limit ?5 offset ?6) o left join event e on e.id = o.event_id
            order by o.id desc""";
    private static final String FILTER = """
             from outbox_message
            where (?1 = '' or state = ?1)
              and (?2 = '' or recipient like ?2 escape '!' or recipient_name like ?2 escape '!')
              and (?3 = 0 or event_id = ?3) and (?4 = '' or kind = ?4)
              and\s""" + Confidential.NOT_CONFIDENTIAL + "\n";

    private final EntityManager entityManager;
    private final Composers composers;
    private final MimeMessages mimeMessages;
    private final PortalConfig config;
    private final Clock clock;

    @Inject
    OutboxQueries(
            EntityManager entityManager,
            Composers composers,
            MimeMessages mimeMessages,
            PortalConfig config,
            Clock clock) {
        this.entityManager = entityManager;
        this.composers = composers;
        this.mimeMessages = mimeMessages;
        this.config = config;
        this.clock = clock;
    }

    /** Which messages: of one state, to a recipient whose name or address contains a term, about one event, of a kind. */
    public record Filter(
            @Nullable OutboxState state,
            String search,
            @Nullable Long eventId,
            String kind) {}

    public record Row(
            long id,
            String kind,
            String recipient,
            String recipientName,
            @Nullable Long eventId,
            OutboxState state,
            int attempts,
            @Nullable String lastError,
            Instant createdAt,
            Instant notBefore,
            @Nullable Instant sentAt,
            @Nullable String eventTitle) {

        public boolean isRetryable() {
            return state.canBeRetried(lastError != null);
        }

        public boolean isKept() {
            return state == OutboxState.KEPT;
        }

        public boolean isWaiting() {
            return state == OutboxState.QUEUED;
        }
    }

    /**
     * A message with what stands in it, composed as of now; {@code mail} is null and {@code problem} says why when that
     * fails. Links that let their holder act are masked, except in the demo.
     */
    public record Message(
            Row row,
            String messageId,
            String sender,
            @Nullable Mail mail,
            @Nullable String problem,
            List<String> links,
            boolean masked) {}

    public Page<Row> page(Filter filter, PageRequest page) {
        long total = Sql.number(filtered("select count(*)" + FILTER, filter).getSingleResult());
        List<Row> rows = Sql.rows(filtered(PAGE.formatted(FILTER), filter)
                        .setParameter(5, page.size())
                        .setParameter(6, page.offset()))
                .map(OutboxQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    /** Every kind of message that may be listed. */
    public Set<String> kinds() {
        Set<String> kinds = composers.kinds();
        kinds.removeIf(Confidential::is);
        return kinds;
    }

    public Optional<Message> one(long id) {
        OutboxMessage found = entityManager.find(OutboxMessage.class, id);
        return Optional.ofNullable(found)
                .filter(message -> !Confidential.is(message.kind()))
                .map(this::composed);
    }

    public MailHealth health() {
        Instant now = clock.instant();
        Object[] row = (Object[]) entityManager
                .createNativeQuery("""
                        select
                          (select count(*) from outbox_message
                            where state = 'QUEUED' and (not_before <= ?1 or attempts > 0) and %1$s) as waiting,
                          (select min(created_at) from outbox_message
                            where state = 'QUEUED' and (not_before <= ?1 or attempts > 0) and %1$s) as waiting_since,
                          (select count(*) from outbox_message
                            where state in ('SENT', 'KEPT') and sent_at > ?2 and %1$s) as sent,
                          (select count(*) from outbox_message
                            where state in ('BOUNCED', 'FAILED') and not_before > ?3 and %1$s) as undelivered""".formatted(Confidential.NOT_CONFIDENTIAL))
                .setParameter(1, Sql.parameter(now))
                .setParameter(2, Sql.parameter(now.minus(Duration.ofDays(1))))
                .setParameter(3, Sql.parameter(now.minus(Duration.ofDays(7))))
                .getSingleResult();
        return new MailHealth(
                Sql.number(row[0]),
                Sql.optionalInstant(row[1]),
                Sql.number(row[2]),
                Sql.number(row[3]),
                config.sendsMail());
    }

    private Message composed(OutboxMessage message) {
        Mail mail = null;
        String problem = null;
        try {
            Mail composed = composers.compose(message);
            mail = config.demo() ? composed : LinkMask.masked(composed);
        } catch (RuntimeException e) {
            problem = SmtpReply.reason(e);
        }
        return new Message(
                new Row(
                        message.id(),
                        message.kind(),
                        message.recipient(),
                        message.recipientName(),
                        message.eventId(),
                        message.state(),
                        message.attempts(),
                        message.lastError(),
                        message.createdAt(),
                        message.notBefore(),
                        message.sentAt(),
                        null),
                message.messageId(),
                mimeMessages.sender(),
                mail,
                problem,
                mail == null ? List.of() : LinkMask.links(mail.text()),
                !config.demo());
    }

    private Query filtered(String sql, Filter filter) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, filter.state() == null ? "" : filter.state().name())
                .setParameter(2, filter.search().isBlank() ? "" : Sql.contains(filter.search()))
                .setParameter(3, filter.eventId() == null ? 0 : filter.eventId())
                .setParameter(4, filter.kind());
    }

    private static Row row(Object[] row) {
        return new Row(
                Sql.number(row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                Sql.optionalNumber(row[4]),
                OutboxState.valueOf((String) row[5]),
                Sql.integer(row[6]),
                (String) row[7],
                Sql.instant(row[8]),
                Sql.instant(row[9]),
                Sql.optionalInstant(row[10]),
                (String) row[11]);
    }
}
