package org.smeportal.reviews;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smeportal.items.AuthorGuard;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;
import org.smeportal.wording.ItemBox;

/** Verdicts, one a person and item. */
@Repository
class Verdicts {
    /**
     * So many verdicts open a reveal: with one author at most, two of them are independent whoever wrote the item. A smaller
     * number that depends on the author would tell who that is.
     */
    static final int FEWEST = 3;

    private static final int INDEPENDENT = 2;

    private final EntityManager entityManager;
    private final AuthorGuard authors;
    private final ItemBox box;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    Verdicts(EntityManager entityManager, AuthorGuard authors, ItemBox box, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.authors = authors;
        this.box = box;
        this.user = user;
        this.clock = clock;
    }

    private record Given(long account, Verdict verdict) {}

    /** The last one counts. */
    void give(ReviewEntry entry, Verdict verdict) {
        entityManager
                .createNativeQuery("""
                        insert into verdict (entry_id, account_id, verdict, at) values (?1, ?2, ?3, ?4)
                        on duplicate key update verdict = ?3, at = ?4""")
                .setParameter(1, entry.id())
                .setParameter(2, user.accountId())
                .setParameter(3, verdict.name())
                .setParameter(4, Sql.parameter(clock.instant()))
                .executeUpdate();
    }

    /** Whether the user gave one on that item, in any group. */
    boolean hasReviewed(long itemId) {
        return Sql.number(entityManager
                        .createNativeQuery(
                                "select count(*) from item i where i.id = ?2 and " + PastReviews.NOT_REVIEWED_BY_1)
                        .setParameter(1, user.accountId())
                        .setParameter(2, itemId)
                        .getSingleResult())
                == 0;
    }

    boolean isEnough(ReviewEntry entry) {
        return of(entry).size() >= FEWEST;
    }

    /** The verdicts that count, without the author's: sealed for the record, and never sent to anybody (R6.1). */
    String sealedTally(ReviewEntry entry) {
        List<Verdict> counted = of(entry).stream()
                .filter(given -> authors.mayBeCounted(entry.itemId(), given.account()))
                .map(Given::verdict)
                .toList();
        if (counted.size() < INDEPENDENT) {
            throw new IllegalStateException("a decision needs " + INDEPENDENT + " independent verdicts");
        }
        Map<Verdict, Long> tally = new EnumMap<>(Verdict.class);
        counted.forEach(verdict -> tally.merge(verdict, 1L, Long::sum));
        return box.seal(
                "review-tally:" + entry.publicId(),
                Arrays.stream(Verdict.values())
                        .map(verdict -> verdict + " " + tally.getOrDefault(verdict, 0L))
                        .collect(Collectors.joining(", ")));
    }

    private List<Given> of(ReviewEntry entry) {
        return Sql.rows(entityManager
                        .createNativeQuery(
                                "select account_id, verdict from verdict where entry_id = ?1 order by account_id")
                        .setParameter(1, entry.id()))
                .map(row -> new Given(Sql.number(row[0]), Verdict.valueOf((String) row[1])))
                .toList();
    }
}
