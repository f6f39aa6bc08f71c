package org.smeportal.checks;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Duty;

/** What each duty is asked about an item, by versions: one is added, none ever changed; a signature keeps the one it answered. */
@Repository
public class Checklists {
    /** Whose signatures an item needs before its alpha review. */
    public static final List<Duty> DUTIES = List.of(Duty.EDITOR, Duty.TECHNICAL, Duty.FAIRNESS);

    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public Checklists(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    public record Question(int place, String text) {}

    /** {@code number} is the version. */
    public record Checklist(long id, Duty duty, int number, List<Question> questions) {
        public Checklist {
            questions = List.copyOf(questions);
        }

        public Questions asked() {
            return new Questions(questions.stream().map(Question::text).toList());
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

    /** The one in force; nobody else adds one until the transaction ends: all wait at the first version, which is always there. */
    Checklist lock(Duty duty) {
        entityManager
                .createNativeQuery("select id from checklist where duty = ?1 and number = 1 for update")
                .setParameter(1, duty.name())
                .getResultList();
        return of(duty);
    }

    void add(Duty duty, int number, Questions questions) {
        entityManager
                .createNativeQuery(
                        "insert into checklist (duty, number, created_at, created_by) values (?1, ?2, ?3, ?4)")
                .setParameter(1, duty.name())
                .setParameter(2, number)
                .setParameter(3, Sql.parameter(clock.instant()))
                .setParameter(4, user.getName())
                .executeUpdate();
        long id = Sql.number(entityManager
                .createNativeQuery("select id from checklist where duty = ?1 and number = ?2")
                .setParameter(1, duty.name())
                .setParameter(2, number)
                .getSingleResult());
        List<Object[]> rows = new ArrayList<>();
        questions.texts().forEach(text -> rows.add(new Object[] {id, rows.size() + 1, text}));
        Sql.insert(entityManager, "checklist_question (checklist_id, place, text)", rows);
    }
}
