package org.smeportal.pipeline;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.linter.Level;
import org.smeportal.linter.Rule;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** Which rules of the linter speak most in what was handed in, and how often they are waived; no reasons, no authors. */
@Queries
public class WaiverQueries {
    private final EntityManager entityManager;
    private final CurrentUser user;

    @Inject
    public WaiverQueries(EntityManager entityManager, CurrentUser user) {
        this.entityManager = entityManager;
        this.user = user;
    }

    /** {@code revisions} have at least one such remark; {@code waived} are remarks that an author gave a reason for. */
    public record Row(Rule rule, Level level, int found, int waived, int revisions) {
        /** Percent of the remarks. */
        public int share() {
            return found == 0 ? 0 : Math.round(waived * 100f / found);
        }
    }

    /** {@code exam} is empty for all of the caller, {@code from} and {@code until} are of the submission, or null. */
    public record Filter(
            String exam, @Nullable Instant from, @Nullable Instant until) {}

    /** The most often waived first. */
    public List<Row> rules(Filter filter) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select f.rule, f.level, count(*) as found, sum(f.waiver is not null) as waived,
                                    count(distinct f.revision_id) as revisions
                                from exam_duty u join exam x on x.id = u.exam_id join item i on i.exam_id = u.exam_id
                                    join item_revision r on r.item_id = i.id join revision_finding f on f.revision_id = r.id
                                where u.account_id = ?1 and u.duty = 'PM' and (?2 = '' or x.code = ?2)
                                    and (?3 is null or r.submitted_at >= ?3) and (?4 is null or r.submitted_at < ?4)
                                group by f.rule, f.level order by waived desc, found desc, f.rule, f.level""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, filter.exam())
                        .setParameter(3, filter.from() == null ? null : Sql.parameter(filter.from()))
                        .setParameter(4, filter.until() == null ? null : Sql.parameter(filter.until())))
                .map(row -> new Row(
                        Rule.valueOf((String) row[0]),
                        Level.valueOf((String) row[1]),
                        Sql.integer(row[2]),
                        Sql.integer(row[3]),
                        Sql.integer(row[4])))
                .toList();
    }
}
