package org.smeportal.tasks;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** All tasks, and the days that they may have. */
@Repository
class SmeTasks {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final EntityManager entityManager;
    private final ExamQueries exams;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    SmeTasks(EntityManager entityManager, ExamQueries exams, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.exams = exams;
        this.user = user;
        this.clock = clock;
    }

    SmeTask add(long smeId, Work work, @Nullable LocalDate dueOn) {
        Long exam = work.exam();
        if (exam != null && exams.choices().stream().noneMatch(known -> Objects.equals(known.id(), exam))) {
            throw new Refused("tasks.refused.exam");
        }
        SmeTask task = new SmeTask(smeId, work, dueOn, user.getName(), clock.instant());
        entityManager.persist(task);
        entityManager.flush();
        return task;
    }

    /** Holds the SME until the transaction ends, so that their own acts come one after the other. */
    void lock(long smeId) {
        entityManager
                .createNativeQuery("select id from sme where id = ?1 for update")
                .setParameter(1, smeId)
                .getSingleResult();
    }

    boolean isTold(long smeId, UUID form) {
        return count("form_key = ?2", smeId, form.toString()) > 0;
    }

    /** How much work of their own the SME told since then. */
    long toldSince(long smeId, Instant since) {
        return count("form_key is not null and created_at > ?2", smeId, Sql.parameter(since));
    }

    private long count(String which, long smeId, Object value) {
        return Sql.number(entityManager
                .createNativeQuery("select count(*) from sme_task where sme_id = ?1 and " + which)
                .setParameter(1, smeId)
                .setParameter(2, value)
                .getSingleResult());
    }

    SmeTask locked(UUID publicId) {
        return entityManager
                .createQuery("select t from SmeTask t where t.publicId = :id", SmeTask.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The same task is not found by anybody but the SME it was asked of. */
    SmeTask lockedOf(UUID publicId, long smeId) {
        return entityManager
                .createQuery("select t from SmeTask t where t.publicId = :id and t.smeId = :sme", SmeTask.class)
                .setParameter("id", publicId.toString())
                .setParameter("sme", smeId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** A day on which work was done: not after today where the user is. */
    LocalDate doneOn(@Nullable LocalDate day) {
        if (day == null) {
            throw new Refused("tasks.refused.noDay");
        }
        if (day.isAfter(today()) || day.isBefore(EARLIEST)) {
            throw new Refused("tasks.refused.doneDay");
        }
        return day;
    }

    @Nullable
    LocalDate dueOn(@Nullable LocalDate day) {
        if (day != null && (day.isBefore(today()) || day.isAfter(today().plusYears(5)))) {
            throw new Refused("tasks.refused.dueDay");
        }
        return day;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), user.getZone());
    }
}
