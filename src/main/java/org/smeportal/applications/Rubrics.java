package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** All versions of the rubric; one is added, none is ever changed. */
@Repository
class Rubrics {
    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    Rubrics(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    /** The number of the current one; nobody else adds one until the transaction ends. */
    int lockNewest() {
        return Sql.integer(entityManager
                .createNativeQuery("select number from rubric order by number desc limit 1 for update")
                .getSingleResult());
    }

    void add(int number, List<Criterion> criteria) {
        entityManager
                .createNativeQuery("insert into rubric (number, created_at, created_by) values (?1, ?2, ?3)")
                .setParameter(1, number)
                .setParameter(2, Sql.parameter(clock.instant()))
                .setParameter(3, user.getName())
                .executeUpdate();
        long id = Sql.number(entityManager
                .createNativeQuery("select id from rubric where number = ?1")
                .setParameter(1, number)
                .getSingleResult());
        List<Object[]> rows = new ArrayList<>();
        for (Criterion criterion : criteria) {
            rows.add(new Object[] {
                id,
                rows.size() + 1,
                criterion.name(),
                Objects.requireNonNull(criterion.description()),
                criterion.weight(),
                String.join("\n", criterion.anchors())
            });
        }
        Sql.insert(entityManager, "rubric_criterion (rubric_id, position, name, description, weight, anchors)", rows);
    }
}
