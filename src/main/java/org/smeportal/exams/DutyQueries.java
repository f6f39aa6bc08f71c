package org.smeportal.exams;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.Duty;

/** Who does what for which exam. */
@Queries
public class DutyQueries {
    private static final String PEOPLE = """
             from account a where a.state = 'ACTIVE'
              and exists (select 1 from account_role r where r.account_id = a.id and r.role in ('PM', 'SME'))
              and (?1 = '' or a.name like ?1 escape '!' or a.email like ?1 escape '!')
              and (?2 = '' or exists (select 1 from exam_duty d join exam x on x.id = d.exam_id
                where d.account_id = a.id and x.code = ?2))
              and (?3 = '' or exists (select 1 from exam_duty d where d.account_id = a.id and d.duty = ?3))
              and (?4 = 0 or exists (select 1 from exam_duty d where d.account_id = a.id))
            """;

    private final EntityManager entityManager;

    @Inject
    public DutyQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Nothing typed, or null, asks for nothing; {@code holding} leaves only who has some duty. */
    public record Filter(String search, String exam, String duty, boolean holding) {}

    public record Given(String exam, Duty duty, String by, Instant at) {}

    /** What one person does for one exam. */
    public record Cell(String exam, List<Given> duties) {}

    public record Person(UUID account, String name, boolean pm, List<Cell> cells) {}

    /** The exams of each person in the order of their codes; people with a duty first. */
    public Page<Person> page(Filter filter, PageRequest page) {
        long total = Sql.number(filtered("select count(*)" + PEOPLE, filter).getSingleResult());
        Map<Long, Map<String, List<Given>>> given = new LinkedHashMap<>();
        List<Object[]> people = Sql.rows(
                        filtered("""
                        select a.id, a.public_id, a.name,
                            exists (select 1 from account_role r where r.account_id = a.id and r.role = 'PM'),
                            (select count(*) from exam_duty d where d.account_id = a.id) as duties
                        """ + PEOPLE + " order by duties = 0, a.name, a.id limit ?5 offset ?6", filter)
                                .setParameter(5, page.size())
                                .setParameter(6, page.offset()))
                .toList();
        people.forEach(person -> given.put(Sql.number(person[0]), new LinkedHashMap<>()));
        Sql.rows(entityManager.createNativeQuery("""
                        select d.account_id, x.code, d.duty, d.granted_by, d.granted_at
                        from exam_duty d join exam x on x.id = d.exam_id
                        where d.account_id in (%s) order by x.code, d.duty""".formatted(Sql.numberList(given.keySet()))))
                .forEach(row -> given.getOrDefault(Sql.number(row[0]), new LinkedHashMap<>())
                        .computeIfAbsent((String) row[1], code -> new ArrayList<>())
                        .add(new Given(
                                (String) row[1], Duty.valueOf((String) row[2]), (String) row[3], Sql.instant(row[4]))));
        List<Person> rows = people.stream()
                .map(person -> new Person(
                        Sql.uuid(person[1]),
                        (String) person[2],
                        Sql.truth(person[3]),
                        given.getOrDefault(Sql.number(person[0]), Map.of()).entrySet().stream()
                                .map(cell -> new Cell(cell.getKey(), List.copyOf(cell.getValue())))
                                .toList()))
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    private Query filtered(String sql, Filter filter) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, filter.search().isBlank() ? "" : Sql.contains(filter.search()))
                .setParameter(2, filter.exam())
                .setParameter(3, filter.duty())
                .setParameter(4, filter.holding() ? 1 : 0);
    }
}
