package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** An SME says when they are away (R1.5); why is nobody else's business. */
@UseCase
@Requires(Permission.KEEP_OWN_DAYS)
public class KeepOwnDays {

    static final int MOST = 50;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final SmeDirectory directory;
    private final Smes smes;
    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public KeepOwnDays(SmeDirectory directory, Smes smes, EntityManager entityManager, CurrentUser user, Clock clock) {
        this.directory = directory;
        this.smes = smes;
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    /** From the first to the last day, both included. */
    public record Days(
            LocalDate first, LocalDate last, @Nullable String note) {

        public Days {
            note = Words.optionalLine(note, 200);
            if (last.isBefore(first)) {
                throw new Refused("smes.refused.awayOrder");
            }
            if (first.getYear() < FIRST_YEAR || last.getYear() > LAST_YEAR) {
                throw new Refused("smes.refused.awayYear");
            }
        }
    }

    /** What is over is forgotten: its SME does not see it any more, and it would take the room of what is to come. */
    public void add(Days days) {
        SmeCard me = own();
        smes.getAlone(me.publicId());
        entityManager
                .createQuery("delete from Blackout b where b.smeId = :sme and b.lastDay < :day")
                .setParameter("sme", me.id())
                .setParameter("day", LocalDate.ofInstant(clock.instant(), user.getZone()))
                .executeUpdate();
        if (entityManager
                        .createQuery("select count(b) from Blackout b where b.smeId = :sme", Long.class)
                        .setParameter("sme", me.id())
                        .getSingleResult()
                >= MOST) {
            throw new Refused("smes.refused.awayMany", MOST);
        }
        entityManager.persist(new Blackout(me.id(), days));
    }

    /** Removing twice is removing once. */
    public void remove(UUID id) {
        entityManager
                .createQuery("delete from Blackout b where b.publicId = :id and b.smeId = :sme")
                .setParameter("id", id.toString())
                .setParameter("sme", own().id())
                .executeUpdate();
    }

    private SmeCard own() {
        return directory.byAccount(user.accountId()).orElseThrow(NotFound::new);
    }
}
