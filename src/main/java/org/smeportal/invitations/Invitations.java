package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** All invitations, with the history of their moves. */
@Repository
class Invitations {

    /** How many ids one statement names at most. */
    private static final int CHUNK = 500;

    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    Invitations(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    /** Stores new ones of a wave, with their first move, and tells them their ids. */
    void addAll(Collection<Invitation> wave, UUID batch) {
        Sql.insert(
                entityManager,
                Invitation.ROW,
                wave.stream().map(Invitation::row).toList());
        Map<UUID, Long> ids = Sql.rows(entityManager
                        .createNativeQuery("select public_id, id from invitation where batch = ?1")
                        .setParameter(1, batch.toString()))
                .collect(Collectors.toMap(row -> Sql.uuid(row[0]), row -> Sql.number(row[1])));
        wave.forEach(invitation -> invitation.storedAs(Objects.requireNonNull(ids.get(invitation.publicId()))));
        entityManager
                .createNativeQuery("""
                        insert into invitation_move (invitation_id, from_status, to_status, at, actor)
                        select id, null, status, ?1, ?2 from invitation where batch = ?3 order by id""")
                .setParameter(1, Sql.parameter(clock.instant()))
                .setParameter(2, user.caller().name())
                .setParameter(3, batch.toString())
                .executeUpdate();
    }

    /** The row, locked until the transaction ends: whoever moves it asks for its seat pool first. */
    Invitation locked(long id) {
        Invitation invitation = entityManager.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (invitation == null) {
            throw new NotFound();
        }
        return invitation;
    }

    /** Those of the event among so many SMEs, by SME. */
    Map<Long, Invitation> of(long eventId, List<Long> smes) {
        Map<Long, Invitation> found = new HashMap<>();
        for (int from = 0; from < smes.size(); from += CHUNK) {
            entityManager
                    .createQuery(
                            "select i from Invitation i where i.eventId = :event and i.smeId in :smes",
                            Invitation.class)
                    .setParameter("event", eventId)
                    .setParameter("smes", smes.subList(from, Math.min(smes.size(), from + CHUNK)))
                    .getResultStream()
                    .forEach(invitation -> found.put(invitation.smeId(), invitation));
        }
        return found;
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
