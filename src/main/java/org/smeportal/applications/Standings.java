package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/** How an address stands to the programme, asked in one statement whatever the answer is. */
@Repository
class Standings {
    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    Standings(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /**
     * {@code live}: the application that counts for it; {@code proven}: an invitation was mailed to it, and its link is
     * the one that was used.
     */
    record Standing(
            boolean member, @Nullable Long live, @Nullable Instant declinedAt, boolean proven) {}

    Standing of(String email, @Nullable Long invite) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("""
                        select (select count(*) from sme s where s.email = ?1)
                                + (select count(*) from account c where c.email = ?1) as member,
                            (select a.id from application a where a.live_key = ?1) as live,
                            (select max(d.published_at) from application d
                                where d.email = ?1 and d.state = 'DECLINED') as declined_at,
                            (select count(*) from apply_invite i
                                where i.id = ?2 and i.email = ?1 and i.revoked_at is null and i.expires_at > ?3) as proven
                        """)
                .setParameter(1, email)
                .setParameter(2, invite == null ? -1 : invite)
                .setParameter(3, Sql.parameter(clock.instant()))
                .getSingleResult();
        return new Standing(
                Sql.number(row[0]) > 0,
                Sql.optionalNumber(row[1]),
                Sql.optionalInstant(row[2]),
                Sql.number(row[3]) > 0);
    }
}
