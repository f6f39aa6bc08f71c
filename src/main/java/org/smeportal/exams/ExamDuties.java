package org.smeportal.exams;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.Duty;

/**
 * Who has which duty, for the acts of all features. A duty counts while its account is active and, for
 * {@link Duty#PM}, while the account has that role.
 */
@Repository
public class ExamDuties {
    static final String COUNTS = """
            a.state = 'ACTIVE' and exists (select 1 from account_role r
                where r.account_id = a.id and (r.role = 'PM' or d.duty <> 'PM' and r.role = 'SME'))
            """;

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public ExamDuties(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    public boolean has(long accountId, long examId, Duty duty) {
        return Sql.number(entityManager
                        .createNativeQuery("""
                                select count(*) from exam_duty d join account a on a.id = d.account_id
                                where d.account_id = ?1 and d.exam_id = ?2 and d.duty = ?3 and
                                """ + COUNTS)
                        .setParameter(1, accountId)
                        .setParameter(2, examId)
                        .setParameter(3, duty.name())
                        .getSingleResult())
                > 0;
    }

    /** The exams for which somebody has a duty. */
    public Set<Long> exams(long accountId, Duty duty) {
        return Sql.numbers(entityManager
                        .createNativeQuery("""
                                select d.exam_id from exam_duty d join account a on a.id = d.account_id
                                where d.account_id = ?1 and d.duty = ?2 and
                                """ + COUNTS)
                        .setParameter(1, accountId)
                        .setParameter(2, duty.name()))
                .stream()
                .collect(Collectors.toSet());
    }

    /** The duties that somebody holds, by the codes of exams, whether or not they count at present. */
    Map<String, Set<Duty>> of(long accountId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select x.code, d.duty from exam_duty d join exam x on x.id = d.exam_id
                                where d.account_id = ?1""").setParameter(1, accountId))
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        TreeMap::new,
                        Collectors.mapping(row -> Duty.valueOf((String) row[1]), Collectors.toSet())));
    }

    void grant(long accountId, long examId, Duty duty, String by) {
        entityManager
                .createNativeQuery("""
                                insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                                select ?1, ?2, ?3, ?4, ?5 from exam where id = ?2
                                on duplicate key update account_id = account_id""")
                .setParameter(1, accountId)
                .setParameter(2, examId)
                .setParameter(3, duty.name())
                .setParameter(4, by)
                .setParameter(5, Sql.parameter(clock.instant()))
                .executeUpdate();
    }

    void withdraw(long accountId, long examId, Duty duty) {
        entityManager
                .createNativeQuery("delete from exam_duty where account_id = ?1 and exam_id = ?2 and duty = ?3")
                .setParameter(1, accountId)
                .setParameter(2, examId)
                .setParameter(3, duty.name())
                .executeUpdate();
    }
}
