package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The rubric in its versions, and how applications were scored by criterion. */
@Queries
public class RubricQueries {
    private static final String CRITERIA = """
            select r.id, r.number, r.created_at, r.created_by, c.id as criterion_id, c.name, c.description, c.weight,
                c.anchors
            from rubric r join rubric_criterion c on c.rubric_id = r.id
            """;

    /** How many scored applications a comparison of weights takes in. */
    private static final int MOST = 1000;

    private final EntityManager entityManager;

    @Inject
    public RubricQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** {@code reviews}: how many were given by it. */
    public record Version(int number, Instant createdAt, String createdBy, long reviews) {}

    public Rubric current() {
        return rubrics(entityManager.createNativeQuery(
                        CRITERIA + "where r.number = (select max(number) from rubric) order by c.position"))
                .orElseThrow();
    }

    public Optional<Rubric> version(int number) {
        return rubrics(entityManager
                .createNativeQuery(CRITERIA + "where r.number = ?1 order by c.position")
                .setParameter(1, number));
    }

    private static Optional<Rubric> rubrics(jakarta.persistence.Query query) {
        List<Object[]> rows = Sql.rows(query).toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] first = rows.get(0);
        List<Criterion> criteria = rows.stream()
                .map(row -> new Criterion(
                        Sql.number(row[4]),
                        (String) row[5],
                        (String) row[6],
                        Sql.integer(row[7]),
                        ((String) row[8]).lines().toList()))
                .toList();
        return Optional.of(new Rubric(
                Sql.number(first[0]),
                Sql.integer(first[1]),
                Sql.instant(first[2]),
                (String) first[3],
                new ArrayList<>(criteria)));
    }

    /** The newest first. */
    public List<Version> versions() {
        return Sql.rows(entityManager.createNativeQuery("""
                        select r.number, r.created_at, r.created_by, count(v.id) from rubric r
                        left join application_review v on v.rubric_id = r.id
                        group by r.id, r.number, r.created_at, r.created_by order by r.number desc limit 100"""))
                .map(row -> new Version(Sql.integer(row[0]), Sql.instant(row[1]), (String) row[2], Sql.number(row[3])))
                .toList();
    }

    /** What both reviewers gave on average, of applications that wait for a decision; one score alone stays unseen. */
    public List<WhatIf.Scored> scored() {
        Map<UUID, WhatIf.Scored> scored = new LinkedHashMap<>();
        Sql.rows(entityManager.createNativeQuery("""
                                select a.public_id, a.name, c.name as criterion, avg(s.points)
                                from (select id, public_id, name from application
                                      where scores_in = 2 and live_key is not null order by score desc, id limit ?1) a
                                join application_review v on v.application_id = a.id
                                join application_score s on s.review_id = v.id
                                join rubric_criterion c on c.id = s.criterion_id
                                group by a.id, a.public_id, a.name, c.name order by a.name, a.id""").setParameter(1, MOST))
                .forEach(row -> scored.computeIfAbsent(
                                Sql.uuid(row[0]), id -> new WhatIf.Scored(id, (String) row[1], new LinkedHashMap<>()))
                        .points()
                        .put((String) row[2], ((Number) row[3]).doubleValue()));
        return List.copyOf(scored.values());
    }
}
