package org.smeportal.audit;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.Sql;

/**
 * Gives committed entries their place in the chain, a batch in each transaction. The one row of {@code audit_head} is locked
 * meanwhile, so that two nodes take turns; nobody's act waits for it. Ids may commit out of order: whatever is committed
 * and has no seal yet takes the next position.
 */
@BackgroundStep
public class SealTrail {
    static final int BATCH = 500;

    /**
     * How long after its own moment an act may commit. An entry that appears later than that did not come from an act: it is
     * left without a seal, and the check names it.
     */
    static final Duration LATEST = Duration.ofHours(2);

    private static final String WITHOUT_SEAL = "select " + Chain.Entry.COLUMNS + """
             from audit_entry e
            where e.id > ?1 and e.at >= ?2 and not exists (select 1 from audit_seal s where s.entry_id = e.id)
            order by e.id limit ?3""";

    private final EntityManager entityManager;
    private final Chain chain;
    private final Clock clock;

    @Inject
    SealTrail(EntityManager entityManager, Chain chain, Clock clock) {
        this.entityManager = entityManager;
        this.chain = chain;
        this.clock = clock;
    }

    /** Answers the last of the entries that got a seal; empty when there was none after the given one. */
    public OptionalLong next(long after) {
        TrailHead head = TrailHead.of(entityManager, " for update");
        Instant since =
                head.completeTo() == null ? Instant.EPOCH : head.completeTo().minus(LATEST);
        List<Chain.Entry> entries = Sql.rows(entityManager
                        .createNativeQuery(WITHOUT_SEAL)
                        .setParameter(1, after)
                        .setParameter(2, Sql.parameter(since))
                        .setParameter(3, BATCH))
                .map(row -> Chain.entry(row, 0))
                .toList();
        if (entries.isEmpty()) {
            return OptionalLong.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String key = chain.writingKey();
        long position = head.position();
        String hash = head.hash();
        List<Object[]> seals = new ArrayList<>();
        for (Chain.Entry entry : entries) {
            hash = chain.seal(key, hash, ++position, now, entry);
            seals.add(new Object[] {position, entry.id(), key, hash, Sql.parameter(now)});
        }
        Sql.insert(entityManager, "audit_seal (position, entry_id, key_id, hash, sealed_at)", seals);
        entityManager
                .createNativeQuery("update audit_head set position = ?1, hash = ?2 where id = 1")
                .setParameter(1, position)
                .setParameter(2, hash)
                .executeUpdate();
        return OptionalLong.of(entries.get(entries.size() - 1).id());
    }

    /** Everything that was committed at that moment has its seal. */
    public void complete(Instant moment) {
        entityManager
                .createNativeQuery("update audit_head set complete_to = ?1 "
                        + "where id = 1 and (complete_to is null or complete_to < ?1)")
                .setParameter(1, Sql.parameter(moment))
                .executeUpdate();
    }
}
