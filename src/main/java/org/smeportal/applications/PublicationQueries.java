package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Decisions that are told together: what waits, what became of it, and the mails as they will be. */
@Queries
public class PublicationQueries {
    private static final String ROW = """
            select p.id, p.public_id, p.state, p.created_at, p.created_by, p.apply_at, p.settled_at,
                (select count(*) from application_publication_part x
                    where x.publication_id = p.id and x.left_out is null) as people
            from application_publication p
            """;

    private final EntityManager entityManager;
    private final ApplicationMessages messages;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public PublicationQueries(EntityManager entityManager, ApplicationMessages messages, Outbox outbox, Clock clock) {
        this.entityManager = entityManager;
        this.messages = messages;
        this.outbox = outbox;
        this.clock = clock;
    }

    public record Row(
            long key,
            UUID publicId,
            PublicationState state,
            Instant createdAt,
            String createdBy,
            Instant appliesAt,
            @Nullable Instant settledAt,
            int people) {

        public boolean isWaiting() {
            return state == PublicationState.WAITING;
        }
    }

    public record PartRow(
            UUID application,
            @Nullable String name,
            String email,
            Decision decision,
            @Nullable String leftOut) {

        /** Whether the person is not known any more. */
        public boolean isForgotten() {
            return name == null;
        }
    }

    /** The newest first. */
    public List<Row> latest(int most) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + "order by p.id desc limit ?1")
                        .setParameter(1, most))
                .map(PublicationQueries::row)
                .toList();
    }

    public Optional<Row> one(UUID id) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + "where p.public_id = ?1")
                        .setParameter(1, id.toString()))
                .map(PublicationQueries::row)
                .findFirst();
    }

    public List<PartRow> parts(Row publication) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select a.public_id, a.name, a.email, p.decision, p.left_out
                                from application_publication_part p join application a on a.id = p.application_id
                                where p.publication_id = ?1 order by p.decision, a.name, a.id""").setParameter(1, publication.key()))
                .map(row -> new PartRow(
                        Sql.uuid(row[0]), (String) row[1], (String) row[2], Decision.valueOf((String) row[3]), (String)
                                row[4]))
                .toList();
    }

    /** The mail of each decision that somebody gets, as it is for the first of them. */
    public Map<Decision, Mail> mails(List<ApplicationRow> prepared) {
        Map<Decision, Mail> mails = new EnumMap<>(Decision.class);
        for (ApplicationRow row : prepared) {
            Decision decision = row.decision();
            if (decision != null && !mails.containsKey(decision)) {
                mails.put(
                        decision,
                        messages.preview(decision, row.name(), row.zone(), row.decisionReason(), clock.instant()));
            }
        }
        return mails;
    }

    /** When the mails would leave if they were sent now. */
    public Instant leavesAt() {
        return outbox.undoableUntil();
    }

    private static Row row(Object[] row) {
        return new Row(
                Sql.number(row[0]),
                Sql.uuid(row[1]),
                PublicationState.valueOf((String) row[2]),
                Sql.instant(row[3]),
                (String) row[4],
                Sql.instant(row[5]),
                Sql.optionalInstant(row[6]),
                Sql.integer(row[7]));
    }
}
