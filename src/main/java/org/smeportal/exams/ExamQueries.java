package org.smeportal.exams;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The exams of the catalogue with the domains of their blueprints. */
@Queries
public class ExamQueries {
    private final EntityManager entityManager;

    @Inject
    public ExamQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Row(long id, String code, String name, String level, int versionYear, List<DomainRow> domains) {

        /** Of the domain of that line, which is the last one that was begun or a new one. */
        private List<Task> tasks(Object[] line) {
            int number = Sql.integer(line[1]);
            if (domains.isEmpty() || domains.get(domains.size() - 1).number() != number) {
                domains.add(new DomainRow(number, (String) line[2], (BigDecimal) line[3], new ArrayList<>()));
            }
            return domains.get(domains.size() - 1).tasks();
        }

        /** Of all domains together; 100 when the blueprint is complete. */
        public BigDecimal totalWeight() {
            return domains.stream().map(DomainRow::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    public record Task(int number, String statement) {}

    /** {@code tasks} is empty where the blueprint has none. */
    public record DomainRow(int number, String name, BigDecimal weight, List<Task> tasks) {

        /** 12.5 or 30, without idle zeros. */
        public String percent() {
            return weight.stripTrailingZeros().toPlainString();
        }
    }

    /** An exam that can be chosen. */
    public record Choice(long id, String code, String name) {}

    public List<Row> list() {
        Map<Long, Row> exams = new LinkedHashMap<>();
        Sql.rows(entityManager.createNativeQuery("select id, code, name, level, version_year from exam order by code"))
                .map(row -> new Row(
                        Sql.number(row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        Sql.integer(row[4]),
                        new ArrayList<>()))
                .forEach(exam -> exams.put(exam.id(), exam));
        Sql.rows(entityManager.createNativeQuery("""
                        select d.exam_id, d.number, d.name, d.weight_percent, t.number as task, t.statement from exam_domain d
                            left join exam_task t on t.exam_id = d.exam_id and t.domain = d.number
                        order by d.exam_id, d.number, t.number""")).forEach(row -> {
            Row exam = exams.get(Sql.number(row[0]));
            if (exam != null) {
                List<Task> tasks = exam.tasks(row);
                if (row[4] != null) {
                    tasks.add(new Task(Sql.integer(row[4]), (String) row[5]));
                }
            }
        });
        return List.copyOf(exams.values());
    }

    /** Those of which somebody is the programme manager, by code. */
    public List<Choice> led(long accountId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select x.id, x.code, x.name from exam_duty u join exam x on x.id = u.exam_id
                                where u.account_id = ?1 and u.duty = 'PM' order by x.code""").setParameter(1, accountId))
                .map(ExamQueries::choice)
                .toList();
    }

    private static Choice choice(Object[] row) {
        return new Choice(Sql.number(row[0]), (String) row[1], (String) row[2]);
    }

    public List<Choice> choices() {
        return Sql.rows(entityManager.createNativeQuery("select id, code, name from exam order by code"))
                .map(ExamQueries::choice)
                .toList();
    }
}
