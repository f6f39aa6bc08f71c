package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The domains and tasks of an exam, among which an item has its place. */
@Queries
public class Blueprint {
    private final EntityManager entityManager;

    @Inject
    public Blueprint(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Task(int number, String statement) {}

    public record Domain(int number, String name, List<Task> tasks) {
        public boolean hasTask(int wanted) {
            return tasks.stream().anyMatch(task -> task.number() == wanted);
        }
    }

    public List<Domain> of(long examId) {
        Map<Integer, Domain> domains = new LinkedHashMap<>();
        Sql.rows(entityManager.createNativeQuery("""
                                select d.number, d.name, t.number as task, t.statement from exam_domain d
                                    left join exam_task t on t.exam_id = d.exam_id and t.domain = d.number
                                where d.exam_id = ?1 order by d.number, t.number""").setParameter(1, examId)).forEach(row -> {
            Domain domain = domains.computeIfAbsent(
                    Sql.integer(row[0]), number -> new Domain(number, (String) row[1], new ArrayList<>()));
            if (row[2] != null) {
                domain.tasks().add(new Task(Sql.integer(row[2]), (String) row[3]));
            }
        });
        return List.copyOf(domains.values());
    }

    /** Empty for a number that the exam does not have, and for none. */
    Optional<Domain> domain(long examId, @Nullable Integer number) {
        return of(examId).stream()
                .filter(domain -> number != null && domain.number() == number)
                .findFirst();
    }
}
