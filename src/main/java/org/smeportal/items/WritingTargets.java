package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** What a workshop shall bring in each domain of its exam, and how far it is: counts only. */
@Queries
public class WritingTargets {
    private final EntityManager entityManager;
    private final CurrentUser user;

    @Inject
    public WritingTargets(EntityManager entityManager, CurrentUser user) {
        this.entityManager = entityManager;
        this.user = user;
    }

    /**
     * {@code wanted} is 0 where nothing is asked for; {@code begun} are drafts, {@code handedIn} what was submitted and is
     * not rejected, {@code own} the caller's share of both.
     */
    public record Target(int domain, String name, int wanted, int begun, int handedIn, int own) {
        public int made() {
            return begun + handedIn;
        }

        public int missing() {
            return Math.max(0, wanted - made());
        }
    }

    /** By the numbers of the domains; an item without a domain counts nowhere. */
    public List<Target> of(long eventId) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select d.number, d.name, coalesce(max(t.items), 0), sum(i.status = 'DRAFT'),
                                    sum(i.status not in ('DRAFT', 'REJECTED')), sum(i.status <> 'REJECTED' and s.id is not null)
                                from event e join exam_domain d on d.exam_id = e.exam_id
                                    left join item_target t
                                        on t.exam_id = d.exam_id and t.event_id = e.id and t.domain = d.number
                                    left join item i
                                        on i.event_id = e.id and i.exam_id = d.exam_id and i.domain = d.number
                                    left join item_author a on a.item_id = i.id
                                    left join sme s on s.id = a.sme_id and s.account_id = ?2
                                where e.id = ?1 group by d.number, d.name order by d.number""")
                        .setParameter(1, eventId)
                        .setParameter(2, user.accountId()))
                .map(row -> new Target(
                        Sql.integer(row[0]),
                        (String) row[1],
                        Sql.integer(row[2]),
                        Sql.integer(row[3]),
                        Sql.integer(row[4]),
                        Sql.integer(row[5])))
                .toList();
    }
}
