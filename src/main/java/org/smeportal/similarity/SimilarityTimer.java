package org.smeportal.similarity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.smeportal.platform.TimerWork;

/** Keeps this node's index in step every ten seconds, from the start on, and forgets each hour who asked about drafts. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SimilarityTimer {
    private final TimerWork indexing = new TimerWork("index of similar items");
    private final TimerWork forgetting = new TimerWork("sweep of questions about similar items");

    @Inject
    private SimilarityIndex index;

    @Inject
    private HandedInItems items;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void refresh() {
        indexing.run(index::refresh);
    }

    @Schedule(hour = "*", minute = "52", persistent = false)
    public void forget() {
        forgetting.run(() -> items.forgetAsks(clock.instant().minus(CheckLikeness.WINDOW)));
    }
}
