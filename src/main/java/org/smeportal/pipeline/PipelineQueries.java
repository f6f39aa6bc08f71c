package org.smeportal.pipeline;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.exams.ExamQueries;
import org.smeportal.items.ItemStatus;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;
import org.smeportal.security.CurrentUser;

/** Counts of items per exam, domain and state for whoever is programme manager of the exam (R8.2); days, never hours. */
@Queries
public class PipelineQueries {
    private static final int MOST_WORKSHOPS = 20;
    private static final String WORKSHOPS = """
            select e.public_id, x.code, e.title, e.zone, e.starts_at, e.ends_at,
                (select count(*) from item i where i.event_id = e.id and i.status = 'DRAFT') as drafts,
                (select count(*) from item i where i.event_id = e.id
                    and i.status not in ('DRAFT', 'REJECTED', 'RETIRED')) as handed_in,
                (select coalesce(sum(t.items), 0) from item_target t
                    where t.exam_id = e.exam_id and t.event_id = e.id) as wanted,
                (select max(i.write_until) from item i where i.event_id = e.id and i.status = 'DRAFT') as until
            from exam_duty u join exam x on x.id = u.exam_id join event e on e.exam_id = u.exam_id
            where u.account_id = ?1 and u.duty = 'PM' and e.kind = 'WORKSHOP' and e.status not in ('DRAFT', 'CANCELLED')
            """;

    private final EntityManager entityManager;
    private final ExamQueries exams;
    private final ProgrammeSettings settings;
    private final CurrentUser user;

    @Inject
    public PipelineQueries(
            EntityManager entityManager, ExamQueries exams, ProgrammeSettings settings, CurrentUser user) {
        this.entityManager = entityManager;
        this.exams = exams;
        this.settings = settings;
        this.user = user;
    }

    /** Of the caller, by code. */
    public List<ExamQueries.Choice> exams() {
        return exams.led(user.accountId());
    }

    /** The code of the exam of the caller that has most items, while it has any. */
    public Optional<String> busiest() {
        return Sql.rows(entityManager.createNativeQuery("""
                                select x.code, count(*) from exam_duty u join exam x on x.id = u.exam_id
                                    join item i on i.exam_id = x.id
                                where u.account_id = ?1 and u.duty = 'PM' and i.status not in ('REJECTED', 'RETIRED')
                                group by x.code order by count(*) desc, x.code limit 1""").setParameter(1, user.accountId()))
                .findFirst()
                .map(row -> (String) row[0]);
    }

    /**
     * How many items of a domain are in a state; {@code domain} is 0 where a draft has none yet. {@code oldest} is the day
     * (UTC) since when the first of them is there.
     */
    public record Count(int domain, ItemStatus status, int items, LocalDate oldest) {}

    /** Drafts whatever they are, else only what was handed in once. */
    public List<Count> counts(long examId) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select coalesce(i.domain, 0) as domain, i.status, count(*), date(min(i.status_since))
                                from exam_duty u join item i on i.exam_id = u.exam_id
                                where u.account_id = ?1 and u.duty = 'PM' and u.exam_id = ?2
                                    and (i.status = 'DRAFT' or i.revision > 0)
                                group by coalesce(i.domain, 0), i.status""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, examId))
                .map(row -> new Count(
                        Sql.integer(row[0]),
                        ItemStatus.valueOf((String) row[1]),
                        Sql.integer(row[2]),
                        Sql.date(row[3])))
                .toList();
    }

    /** {@code wanted} is 0 where nothing is asked for. */
    public record Domain(int number, String name, BigDecimal weight, int wanted) {
        public String percent() {
            return weight.stripTrailingZeros().toPlainString();
        }
    }

    /** {@code event} is null for what the exam as a whole wants. */
    public List<Domain> domains(long examId, @Nullable Long event) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select d.number, d.name, d.weight_percent, coalesce(t.items, 0) from exam_domain d
                                    left join item_target t
                                        on t.exam_id = d.exam_id and t.domain = d.number and t.event_id = ?2
                                where d.exam_id = ?1 order by d.number""")
                        .setParameter(1, examId)
                        .setParameter(2, event == null ? 0 : event))
                .map(row -> new Domain(Sql.integer(row[0]), (String) row[1], (BigDecimal) row[2], Sql.integer(row[3])))
                .toList();
    }

    /** {@code writeUntil} is longer than the workshop allows, because a programme manager said so. */
    public record Workshop(
            UUID event,
            String exam,
            String title,
            ZoneId zone,
            Instant startsAt,
            Instant endsAt,
            int drafts,
            int handedIn,
            int wanted,
            @Nullable Instant writeUntil) {}

    /** The last ones first. */
    public List<Workshop> workshops(long examId) {
        return Sql.rows(entityManager
                        .createNativeQuery(
                                WORKSHOPS + " and e.exam_id = ?2 order by e.starts_at desc, e.id desc limit ?3")
                        .setParameter(1, user.accountId())
                        .setParameter(2, examId)
                        .setParameter(3, MOST_WORKSHOPS))
                .map(PipelineQueries::workshop)
                .toList();
    }

    public Optional<Workshop> workshop(UUID event) {
        return Sql.rows(entityManager
                        .createNativeQuery(WORKSHOPS + " and e.public_id = ?2")
                        .setParameter(1, user.accountId())
                        .setParameter(2, event.toString()))
                .findFirst()
                .map(PipelineQueries::workshop);
    }

    private static Workshop workshop(Object[] row) {
        return new Workshop(
                Sql.uuid(row[0]),
                (String) row[1],
                (String) row[2],
                ZoneId.of((String) row[3]),
                Sql.instant(row[4]),
                Sql.instant(row[5]),
                Sql.integer(row[6]),
                Sql.integer(row[7]),
                Sql.integer(row[8]),
                Sql.optionalInstant(row[9]));
    }

    /** Items of a task that were handed in and stand or are on their way. */
    public record TaskCount(long examId, int domain, int task, int items) {}

    /** Of all exams of the caller; a task without items has none. */
    public List<TaskCount> tasks() {
        return Sql.rows(entityManager.createNativeQuery("""
                                select i.exam_id, i.domain, i.task, count(*) from exam_duty u join item i on i.exam_id = u.exam_id
                                where u.account_id = ?1 and u.duty = 'PM' and i.task is not null
                                    and i.status not in ('DRAFT', 'REJECTED', 'RETIRED')
                                group by i.exam_id, i.domain, i.task""").setParameter(1, user.accountId()))
                .map(row -> new TaskCount(
                        Sql.number(row[0]), Sql.integer(row[1]), Sql.integer(row[2]), Sql.integer(row[3])))
                .toList();
    }

    /** Days that an author has when an item came back. */
    public int returnDays() {
        return settings.of(ProgrammeSetting.RETURN_DAYS);
    }

    /** Days after the end of a workshop on which its authors still write. */
    public int writeDays() {
        return settings.of(ProgrammeSetting.WRITE_DAYS);
    }

    public record Choice(UUID event, String title) {}

    /** Workshops in which something was handed in, the last ones first. */
    public List<Choice> workshopChoices() {
        return Sql.rows(entityManager.createNativeQuery("""
                                select e.public_id, e.title from exam_duty u join event e on e.exam_id = u.exam_id
                                where u.account_id = ?1 and u.duty = 'PM'
                                    and exists (select 1 from item i where i.event_id = e.id and i.revision > 0)
                                order by e.starts_at desc, e.id desc limit 100""").setParameter(1, user.accountId()))
                .map(row -> new Choice(Sql.uuid(row[0]), (String) row[1]))
                .toList();
    }
}
