package org.smeportal.badges;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Text;

/** Awards as programme managers, their holders and the public see them. */
@Queries
public class AwardQueries {

    private static final String ROW = """
            select a.public_id, b.name, s.public_id as sme_public_id, s.name as sme_name, a.state, a.earned_on,
                a.awarded_at, a.revoked_at, a.revoked_reason, a.required, a.kinds, e.public_id as event_public_id,
                e.title, s.state = 'FORMER' as former
            """;
    private static final String FROM = """
            from award a join badge b on b.id = a.badge_id join sme s on s.id = a.sme_id
                join event e on e.id = a.qualifying_event_id
            """;
    private static final String FILTER = """
            where (?1 = '' or s.name like ?1 escape '!' or s.email like ?1 escape '!') and (?2 = '' or a.state = ?2)
            """;

    private final EntityManager entityManager;
    private final QualifyingEvents qualifying;

    @Inject
    public AwardQueries(EntityManager entityManager, QualifyingEvents qualifying) {
        this.entityManager = entityManager;
        this.qualifying = qualifying;
    }

    public record Row(
            UUID publicId,
            String badge,
            UUID sme,
            String name,
            AwardState state,
            LocalDate earnedOn,
            Instant awardedAt,
            @Nullable Instant revokedAt,
            @Nullable String revokedReason,
            int required,
            String kinds,
            UUID event,
            String eventTitle,
            boolean former) {

        public boolean onlyWorkshops() {
            return BadgeRule.isOnlyWorkshops(kinds);
        }
    }

    /** How far an SME is on the way to a badge, with the events that count, and the award once it is there. */
    public record Progress(
            String badge,
            int required,
            List<Evidence> evidence,
            @Nullable UUID award,
            @Nullable LocalDate earnedOn) {

        public int counted() {
            return Math.min(required, evidence.size());
        }

        public boolean isEarned() {
            return award != null;
        }
    }

    /** An event that counts. */
    public record Evidence(UUID event, String title, Instant endsAt, ZoneId zone) {}

    /** The latest first. */
    public Page<Row> page(String search, @Nullable AwardState state, PageRequest page) {
        long total = Sql.number(
                filtered("select count(*) " + FROM + FILTER, search, state).getSingleResult());
        List<Row> rows = Sql.rows(filtered(
                                ROW + FROM + FILTER + "order by a.awarded_at desc, a.id desc limit ?3 offset ?4",
                                search,
                                state)
                        .setParameter(3, page.size())
                        .setParameter(4, page.offset()))
                .map(AwardQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    public Optional<Row> byPublicId(UUID id) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + FROM + "where a.public_id = ?1")
                        .setParameter(1, id.toString()))
                .map(AwardQueries::row)
                .findFirst();
    }

    /** For each badge there is, in the order they were made. */
    public List<Progress> progress(long smeId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select b.id, b.name, b.required, b.kinds, a.public_id, a.earned_on
                                from badge b left join award a
                                    on a.badge_id = b.id and a.sme_id = ?1 and a.state = 'ACTIVE'
                                order by b.id""").setParameter(1, smeId))
                .map(row -> {
                    BadgeRule rule = new BadgeRule(
                            Sql.number(row[0]), (String) row[1], Sql.integer(row[2]), BadgeRule.kinds((String) row[3]));
                    List<Evidence> evidence = qualifying.of(rule, smeId).stream()
                            .map(event -> new Evidence(event.publicId(), event.title(), event.endsAt(), event.zone()))
                            .toList();
                    return new Progress(
                            rule.name(), rule.required(), evidence, Sql.optionalUuid(row[4]), Sql.optionalDate(row[5]));
                })
                .toList();
    }

    /** What an award stands for, such as "2 attended workshops". */
    static String evidence(Text text, int required, String kinds) {
        return text.of(
                BadgeRule.isOnlyWorkshops(kinds) ? "badges.evidence.workshops" : "badges.evidence.events", required);
    }

    private Query filtered(String sql, String search, @Nullable AwardState state) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, search.isBlank() ? "" : Sql.contains(search))
                .setParameter(2, state == null ? "" : state.name());
    }

    private static Row row(Object[] row) {
        return new Row(
                Sql.uuid(row[0]),
                (String) row[1],
                Sql.uuid(row[2]),
                (String) row[3],
                AwardState.valueOf((String) row[4]),
                Sql.date(row[5]),
                Sql.instant(row[6]),
                Sql.optionalInstant(row[7]),
                (String) row[8],
                Sql.integer(row[9]),
                (String) row[10],
                Sql.uuid(row[11]),
                (String) row[12],
                Sql.truth(row[13]));
    }
}
