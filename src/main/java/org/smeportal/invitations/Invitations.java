package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** All invitations, with the history of their moves. */
@Repository
class Invitations {

    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    Invitations(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    void add(Invitation invitation) {
        entityManager.persist(invitation);
        entityManager.flush();
    }

    /** The row, locked until the transaction ends: whoever moves it asks for its seat pool first. */
    Invitation locked(long id) {
        Invitation invitation = entityManager.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (invitation == null) {
            throw new NotFound();
        }
        return invitation;
    }

    @Nullable
    Invitation find(long eventId, long smeId) {
        return entityManager
                .createQuery("select i from Invitation i where i.eventId = :event and i.smeId = :sme", Invitation.class)
                .setParameter("event", eventId)
                .setParameter("sme", smeId)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    int lastWave(long eventId) {
        Integer last = entityManager
                .createQuery("select max(i.wave) from Invitation i where i.eventId = :event", Integer.class)
                .setParameter("event", eventId)
                .getSingleResult();
        return last == null ? 0 : last;
    }

    List<Invitation> ofEvent(long eventId) {
        return entityManager
                .createQuery("select i from Invitation i where i.eventId = :event order by i.id", Invitation.class)
                .setParameter("event", eventId)
                .getResultList();
    }

    /** All of the event, locked; the caller holds its pools. */
    List<Invitation> lockedOfEvent(long eventId) {
        return entityManager
                .createQuery("select i from Invitation i where i.eventId = :event order by i.id", Invitation.class)
                .setParameter("event", eventId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** All of an SME, locked one after the other. */
    List<Invitation> ofSme(long smeId) {
        return Sql.numbers(entityManager
                        .createNativeQuery("select id from invitation where sme_id = ?1 order by id")
                        .setParameter(1, smeId))
                .stream()
                .map(this::locked)
                .toList();
    }

    /** The event of a wave; null when the batch is none, such as reminders. */
    @Nullable
    Long eventOf(UUID batch) {
        return entityManager
                .createQuery("select i.eventId from Invitation i where i.batch = :batch", Long.class)
                .setParameter("batch", batch.toString())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Those of a wave that wait unsent and whose mail is no longer in the outbox, locked. */
    List<Invitation> undone(UUID batch) {
        entityManager.flush();
        return Sql.numbers(entityManager
                        .createNativeQuery("""
                        select i.id from invitation i
                        where i.batch = ?1 and i.status = 'QUEUED'
                          and not exists (select 1 from outbox_message o
                                          where o.kind = ?2 and o.subject_id = i.id
                                            and (o.batch = i.batch or o.state in ('QUEUED', 'SENDING')))
                        order by i.id for update""")
                        .setParameter(1, batch.toString())
                        .setParameter(2, MailKind.INVITE.code()))
                .stream()
                .map(this::locked)
                .toList();
    }

    void remove(Invitation invitation) {
        entityManager
                .createQuery("delete from InvitationMove m where m.invitationId = :id")
                .setParameter("id", invitation.id())
                .executeUpdate();
        entityManager.remove(invitation);
    }

    void record(Invitation invitation, @Nullable InvitationStatus from, @Nullable String reason) {
        entityManager.persist(new InvitationMove(
                invitation.id(),
                from,
                invitation.status(),
                clock.instant(),
                user.caller().name(),
                reason));
    }

    /** What it was before it was queued last; null when that was its beginning. */
    @Nullable
    InvitationStatus beforeQueued(Invitation invitation) {
        return entityManager
                .createQuery(
                        "select m from InvitationMove m where m.invitationId = :id and m.to = :queued order by m.id desc",
                        InvitationMove.class)
                .setParameter("id", invitation.id())
                .setParameter("queued", InvitationStatus.QUEUED)
                .setMaxResults(1)
                .getSingleResult()
                .from();
    }
}
