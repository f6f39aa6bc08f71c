package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/** All reviews with their points; whoever writes one holds its application. */
@Repository
class Reviews {
    static final String REVIEW = """
            select v.reviewer_id, acc.name as reviewer, r.number, v.total, v.comment, v.scored_at, c.id as criterion_id,
                c.name, s.points, a.public_id
            from application_review v join application a on a.id = v.application_id
            join account acc on acc.id = v.reviewer_id join rubric r on r.id = v.rubric_id
            join application_score s on s.review_id = v.id join rubric_criterion c on c.id = s.criterion_id
            """;

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    Reviews(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    List<Review> of(long applicationId) {
        return read(entityManager
                        .createNativeQuery(REVIEW + "where v.application_id = ?1 order by v.id, c.position")
                        .setParameter(1, applicationId))
                .values()
                .stream()
                .findFirst()
                .orElse(List.of());
    }

    /** By application. */
    static Map<UUID, List<Review>> read(Query query) {
        Map<UUID, Map<Long, Review>> found = new LinkedHashMap<>();
        IdentityHashMap<Review, List<Review.Given>> given = new IdentityHashMap<>();
        Sql.rows(query).forEach(row -> {
            Review review = found.computeIfAbsent(Sql.uuid(row[9]), application -> new LinkedHashMap<>())
                    .computeIfAbsent(Sql.number(row[0]), reviewer -> review(row));
            given.computeIfAbsent(review, one -> new ArrayList<>())
                    .add(new Review.Given(Sql.number(row[6]), (String) row[7], Sql.integer(row[8])));
        });
        Map<UUID, List<Review>> reviews = new LinkedHashMap<>();
        found.forEach((application, byReviewer) -> reviews.put(
                application,
                byReviewer.values().stream()
                        .map(review -> review.with(given.getOrDefault(review, List.of())))
                        .toList()));
        return reviews;
    }

    private static Review review(Object[] row) {
        return new Review(
                Sql.number(row[0]),
                (String) row[1],
                Sql.integer(row[2]),
                (BigDecimal) row[3],
                List.of(),
                (String) row[4],
                Sql.instant(row[5]));
    }

    /** Takes the place of what the same reviewer gave before. */
    void put(
            long applicationId,
            long reviewerId,
            Rubric rubric,
            Map<Long, Integer> points,
            BigDecimal total,
            @Nullable String comment) {
        Object now = Sql.parameter(clock.instant());
        entityManager
                .createNativeQuery("delete from application_review where application_id = ?1 and reviewer_id = ?2")
                .setParameter(1, applicationId)
                .setParameter(2, reviewerId)
                .executeUpdate();
        entityManager
                .createNativeQuery("""
                        insert into application_review
                            (application_id, reviewer_id, rubric_id, comment, begun_at, scored_at, total)
                        values (?1, ?2, ?3, ?4, ?5, ?5, ?6)""")
                .setParameter(1, applicationId)
                .setParameter(2, reviewerId)
                .setParameter(3, rubric.id())
                .setParameter(4, comment)
                .setParameter(5, now)
                .setParameter(6, total)
                .executeUpdate();
        long review = Sql.number(entityManager
                .createNativeQuery("select id from application_review where application_id = ?1 and reviewer_id = ?2")
                .setParameter(1, applicationId)
                .setParameter(2, reviewerId)
                .getSingleResult());
        Sql.insert(
                entityManager,
                "application_score (review_id, criterion_id, points)",
                rubric.criteria().stream()
                        .map(criterion -> new Object[] {review, criterion.id(), points.get(criterion.id())})
                        .toList());
    }
}
