package org.smeportal.reviews;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.exams.ExamDuties;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Duty;

/** All sessions with their agendas and members. Whoever changes one holds its row, so that acts come one after the other. */
@Repository
class ReviewSessions {
    private final EntityManager entityManager;
    private final ExamDuties duties;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    ReviewSessions(EntityManager entityManager, ExamDuties duties, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.duties = duties;
        this.user = user;
        this.clock = clock;
    }

    /** Answers the id of the event's next round. */
    long round(long eventId, long seed) {
        entityManager
                .createNativeQuery("""
                        insert into review_round (event_id, number, seed, created_at)
                        select ?1, coalesce(max(number), 0) + 1, ?2, ?3 from review_round where event_id = ?1""")
                .setParameter(1, eventId)
                .setParameter(2, seed)
                .setParameter(3, Sql.parameter(clock.instant()))
                .executeUpdate();
        return Sql.number(entityManager
                .createNativeQuery("select max(id) from review_round where event_id = ?1")
                .setParameter(1, eventId)
                .getSingleResult());
    }

    ReviewSession add(ReviewSession session) {
        entityManager.persist(session);
        entityManager.flush();
        return session;
    }

    void add(ReviewEntry entry) {
        entityManager.persist(entry);
    }

    void seat(ReviewSession session, List<Long> accounts) {
        Sql.insert(
                entityManager,
                "review_member (session_id, account_id)",
                accounts.stream()
                        .map(account -> new Object[] {session.id(), account})
                        .toList());
    }

    int members(ReviewSession session) {
        return Sql.integer(entityManager
                .createNativeQuery("select count(*) from review_member where session_id = ?1")
                .setParameter(1, session.id())
                .getSingleResult());
    }

    /** False when that account is not a member. */
    boolean move(ReviewSession from, ReviewSession to, UUID account) {
        return entityManager
                        .createNativeQuery("""
                                update review_member set session_id = ?2 where session_id = ?1
                                    and account_id = (select a.id from account a where a.public_id = ?3)""")
                        .setParameter(1, from.id())
                        .setParameter(2, to.id())
                        .setParameter(3, account.toString())
                        .executeUpdate()
                > 0;
    }

    /** False for who has no seat in the event, and for who sits in a group of the round already. */
    boolean add(ReviewSession session, UUID account) {
        return entityManager
                        .createNativeQuery("""
                                insert into review_member (session_id, account_id)
                                select ?1, a.id from account a join sme p on p.account_id = a.id
                                    join invitation i on i.sme_id = p.id and i.status = 'ACCEPTED'
                                    join review_round r on r.event_id = i.event_id and r.id = ?2
                                where a.public_id = ?3 and a.state <> 'CLOSED' and not exists (
                                    select 1 from review_member o join review_session g on g.id = o.session_id
                                    where g.round_id = ?2 and o.account_id = a.id)""")
                        .setParameter(1, session.id())
                        .setParameter(2, session.roundId())
                        .setParameter(3, account.toString())
                        .executeUpdate()
                > 0;
    }

    /** Off the agenda of a group that has not begun; those behind it move up. */
    void remove(ReviewEntry entry) {
        entityManager.remove(entry);
        entityManager.flush();
        entityManager
                .createNativeQuery("""
                        update review_entry set place = place - 1 where session_id = ?1 and place > ?2 order by place""")
                .setParameter(1, entry.sessionId())
                .setParameter(2, entry.place())
                .executeUpdate();
    }

    /** For the one who leads: a programme manager of the exam who does not review in this group. */
    ReviewSession led(UUID publicId) {
        ReviewSession session = locked(publicId);
        if (!duties.has(user.accountId(), exam(session), Duty.PM)) {
            throw new NotFound();
        }
        if (isMember(session.id())) {
            throw new Refused("reviews.refused.member");
        }
        return session;
    }

    /** Those that stand open since then or longer; answers how many. */
    int closeOpenedBefore(Instant then, Instant now) {
        List<ReviewSession> open = entityManager
                .createQuery(
                        "select s from ReviewSession s where s.state = :state and s.openedAt <= :then order by s.id",
                        ReviewSession.class)
                .setParameter("state", SessionState.OPEN)
                .setParameter("then", then)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        open.forEach(session -> session.close(now));
        return open.size();
    }

    /** For a member of the group. */
    ReviewSession reviewed(UUID publicId) {
        ReviewSession session = locked(publicId);
        if (!isMember(session.id())) {
            throw new NotFound();
        }
        session.mustBeOpen();
        return session;
    }

    private ReviewSession locked(UUID publicId) {
        return entityManager
                .createQuery("select s from ReviewSession s where s.publicId = :id", ReviewSession.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private long exam(ReviewSession session) {
        return Sql.number(entityManager
                .createNativeQuery("""
                        select e.exam_id from review_session s join review_round r on r.id = s.round_id
                            join event e on e.id = r.event_id where s.id = ?1""")
                .setParameter(1, session.id())
                .getSingleResult());
    }

    boolean isMember(long sessionId) {
        return Sql.number(entityManager
                        .createNativeQuery(
                                "select count(*) from review_member where session_id = ?1 and account_id = ?2")
                        .setParameter(1, sessionId)
                        .setParameter(2, user.accountId())
                        .getSingleResult())
                > 0;
    }

    /** The user is in the room from now on; false when they were before. */
    boolean arrive(long sessionId) {
        return entityManager
                        .createNativeQuery("""
                                update review_member set here_since = ?3
                                where session_id = ?1 and account_id = ?2 and here_since is null""")
                        .setParameter(1, sessionId)
                        .setParameter(2, user.accountId())
                        .setParameter(3, Sql.parameter(clock.instant()))
                        .executeUpdate()
                > 0;
    }

    ReviewEntry entry(ReviewSession session, UUID publicId) {
        return entityManager
                .createQuery(
                        "select e from ReviewEntry e where e.publicId = :id and e.sessionId = :session",
                        ReviewEntry.class)
                .setParameter("id", publicId.toString())
                .setParameter("session", session.id())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The entry at which the group stands: only of that one anything is said. */
    ReviewEntry current(ReviewSession session, UUID publicId) {
        ReviewEntry entry = entry(session, publicId);
        if (!session.isAt(entry)) {
            throw new Refused("reviews.refused.elsewhere");
        }
        return entry;
    }

    UUID item(ReviewEntry entry) {
        return Sql.uuid(entityManager
                .createNativeQuery("select public_id from item where id = ?1")
                .setParameter(1, entry.itemId())
                .getSingleResult());
    }

    String examCode(ReviewEntry entry) {
        return (String) entityManager
                .createNativeQuery("select x.code from item i join exam x on x.id = i.exam_id where i.id = ?1")
                .setParameter(1, entry.itemId())
                .getSingleResult();
    }

    /** Whether an item stands undecided on the agenda of a group that is not closed. */
    boolean isOnAgenda(long itemId) {
        return Sql.number(entityManager
                        .createNativeQuery("""
                                select count(*) from review_entry e join review_session s on s.id = e.session_id
                                where e.item_id = ?1 and e.state <> 'DECIDED' and s.state <> 'CLOSED'""")
                        .setParameter(1, itemId)
                        .getSingleResult())
                > 0;
    }

    /** The first on the agenda that nobody began, after the place where the group stands; then from the top. */
    Optional<ReviewEntry> next(ReviewSession session, @Nullable UUID after) {
        List<ReviewEntry> agenda = entityManager
                .createQuery(
                        "select e from ReviewEntry e where e.sessionId = :session order by e.place", ReviewEntry.class)
                .setParameter("session", session.id())
                .getResultList();
        int from = 0;
        for (int at = 0; at < agenda.size(); at++) {
            if (agenda.get(at).publicId().equals(after)) {
                from = at + 1;
            }
        }
        for (int step = 0; step < agenda.size(); step++) {
            ReviewEntry entry = agenda.get((from + step) % agenda.size());
            if (entry.state() != EntryState.DECIDED && !entry.publicId().equals(after)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
