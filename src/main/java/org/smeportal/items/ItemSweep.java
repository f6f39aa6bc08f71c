package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.Sql;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;

/** A draft whose time is over and that nobody handed in is abandoned (items.md 1). */
@BackgroundStep
public class ItemSweep {
    private static final int MOST = 200;

    private final EntityManager entityManager;
    private final Items items;
    private final ProgrammeSettings settings;
    private final Clock clock;

    @Inject
    public ItemSweep(EntityManager entityManager, Items items, ProgrammeSettings settings, Clock clock) {
        this.entityManager = entityManager;
        this.items = items;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers how many there were; at most some hundred at once. */
    public int run() {
        Instant now = clock.instant();
        Instant ended = now.minus(Duration.ofDays(settings.of(ProgrammeSetting.WRITE_DAYS)));
        List<UUID> over = ((List<?>) entityManager
                        .createNativeQuery("""
                                select i.public_id from item i join event e on e.id = i.event_id
                                where i.status = 'DRAFT' and e.ends_at <= ?1 and (i.write_until is null or i.write_until <= ?2)
                                order by i.id limit ?3""")
                        .setParameter(1, Sql.parameter(ended))
                        .setParameter(2, Sql.parameter(now))
                        .setParameter(3, MOST)
                        .getResultList())
                .stream().map(Sql::uuid).toList();
        items.abandon(over);
        return over.size();
    }
}
