package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Sql;
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

    private final SmeDirectory smes;
    private final EntityManager entityManager;
    private final CurrentUser user;

    @Inject
    public KeepOwnDays(SmeDirectory smes, EntityManager entityManager, CurrentUser user) {
        this.smes = smes;
        this.entityManager = entityManager;
        this.user = user;
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

    public void add(Days days) {
        long sme = own();
        if (Sql.number(entityManager
                        .createNativeQuery("select count(*) from sme_blackout where sme_id = ?1 and last_day >= ?2")
                        .setParameter(1, sme)
                        .setParameter(2, days.first())
                        .getSingleResult())
                >= MOST) {
            throw new Refused("smes.refused.awayMany", MOST);
        }
        entityManager.persist(new Blackout(sme, days));
    }

    /** Removing twice is removing once. */
    public void remove(UUID id) {
        entityManager
                .createQuery("delete from Blackout b where b.publicId = :id and b.smeId = :sme")
                .setParameter("id", id.toString())
                .setParameter("sme", own())
                .executeUpdate();
    }

    private long own() {
        return smes.byAccount(user.accountId()).orElseThrow(NotFound::new).id();
    }
}
