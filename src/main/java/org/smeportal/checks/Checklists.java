package org.smeportal.checks;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.Duty;

/** What each duty is asked about an item, by versions: a signature keeps the one that it answered. */
@Repository
public class Checklists {
    /** Whose signatures an item needs before its alpha review. */
    public static final List<Duty> DUTIES = List.of(Duty.EDITOR, Duty.TECHNICAL, Duty.FAIRNESS);

    private final EntityManager entityManager;

    @Inject
    public Checklists(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Question(int place, String text) {}

    /** {@code number} is the version. */
    public record Checklist(long id, Duty duty, int number, List<Question> questions) {
        public Checklist {
            questions = List.copyOf(questions);
        }
    }

    /** The one in force. */
    public Checklist of(Duty duty) {
        List<Object[]> rows = Sql.rows(entityManager.createNativeQuery("""
                                select c.id, c.number, q.place, q.text from checklist c
                                    join checklist_question q on q.checklist_id = c.id
                                where c.duty = ?1 and c.number = (select max(l.number) from checklist l where l.duty = ?1)
                                order by q.place""").setParameter(1, duty.name()))
                .toList();
        if (rows.isEmpty()) {
            throw new NotFound();
        }
        return new Checklist(
                Sql.number(rows.get(0)[0]),
                duty,
                Sql.integer(rows.get(0)[1]),
                rows.stream()
                        .map(row -> new Question(Sql.integer(row[2]), (String) row[3]))
                        .toList());
    }
}
