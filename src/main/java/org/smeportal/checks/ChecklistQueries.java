package org.smeportal.checks;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.Duty;

/** The checklists in their versions, with how many signatures answered each. */
@Queries
public class ChecklistQueries {
    private static final String VERSIONS = """
            select c.id, c.duty, c.number, c.created_at, c.created_by,
                (select count(*) from check_signature s where s.checklist_id = c.id) as signatures,
                (select count(*) from item i join item_revision r on r.item_id = i.id and r.number = i.revision
                    where i.status = 'QC1' and not exists
                        (select 1 from check_signature s where s.revision_id = r.id and s.duty = c.duty)) as waiting
            from checklist c where
            """;

    private final EntityManager entityManager;

    @Inject
    public ChecklistQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** {@code signatures} answered this version; {@code waiting} are the checks of the duty that are open now. */
    public record Version(
            Duty duty, int number, Instant since, String by, long signatures, long waiting, Questions asked) {}

    /** A version, with the one before it; {@code newest} is the number of the one in force. */
    public record Shown(Version version, @Nullable Version before, int newest) {
        public boolean isInForce() {
            return version.number() == newest;
        }
    }

    /** A line of the list of versions. */
    public record Row(int number, Instant since, String by, long signatures) {}

    /** Those in force, in the order of the duties. */
    public List<Version> current() {
        return versions(entityManager.createNativeQuery(
                        VERSIONS + "c.number = (select max(l.number) from checklist l where l.duty = c.duty)"))
                .stream()
                .sorted(Comparator.comparingInt(version -> Checklists.DUTIES.indexOf(version.duty())))
                .toList();
    }

    /** The one in force. */
    public Version current(Duty duty) {
        return current().stream()
                .filter(version -> version.duty() == duty)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public Shown version(Duty duty, int number) {
        List<Version> both = versions(entityManager
                .createNativeQuery(VERSIONS + "c.duty = ?1 and c.number in (?2, ?3) order by c.number desc")
                .setParameter(1, duty.name())
                .setParameter(2, number)
                .setParameter(3, number - 1));
        if (both.isEmpty() || both.get(0).number() != number) {
            throw new NotFound();
        }
        int newest = Sql.integer(entityManager
                .createNativeQuery("select max(number) from checklist where duty = ?1")
                .setParameter(1, duty.name())
                .getSingleResult());
        return new Shown(both.get(0), both.size() > 1 ? both.get(1) : null, newest);
    }

    /** What a version asked; nothing when there is no such version. */
    public Questions asked(Duty duty, int number) {
        return new Questions(((List<?>) entityManager
                        .createNativeQuery("""
                                select q.text from checklist c join checklist_question q on q.checklist_id = c.id
                                where c.duty = ?1 and c.number = ?2 order by q.place""")
                        .setParameter(1, duty.name())
                        .setParameter(2, number)
                        .getResultList())
                .stream().map(String::valueOf).toList());
    }

    /** All versions, the newest first. */
    public Page<Row> versions(Duty duty, PageRequest page) {
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*) from checklist where duty = ?1")
                .setParameter(1, duty.name())
                .getSingleResult());
        List<Row> rows = Sql.rows(entityManager
                        .createNativeQuery("""
                                select c.number, c.created_at, c.created_by,
                                    (select count(*) from check_signature s where s.checklist_id = c.id) as signatures
                                from checklist c where c.duty = ?1 order by c.number desc limit ?2 offset ?3""")
                        .setParameter(1, duty.name())
                        .setParameter(2, page.size())
                        .setParameter(3, page.offset()))
                .map(row -> new Row(Sql.integer(row[0]), Sql.instant(row[1]), (String) row[2], Sql.number(row[3])))
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    private List<Version> versions(Query query) {
        List<Object[]> rows = Sql.rows(query).toList();
        Map<Long, List<String>> texts = new HashMap<>();
        Sql.rows(entityManager.createNativeQuery(
                        "select checklist_id, text from checklist_question where checklist_id in ("
                                + Sql.numberList(rows.stream()
                                        .map(row -> Sql.number(row[0]))
                                        .toList())
                                + ") order by checklist_id, place"))
                .forEach(row -> texts.computeIfAbsent(Sql.number(row[0]), id -> new ArrayList<>())
                        .add((String) row[1]));
        return rows.stream()
                .map(row -> new Version(
                        Duty.valueOf((String) row[1]),
                        Sql.integer(row[2]),
                        Sql.instant(row[3]),
                        (String) row[4],
                        Sql.number(row[5]),
                        Sql.number(row[6]),
                        new Questions(texts.getOrDefault(Sql.number(row[0]), List.of()))))
                .toList();
    }
}
