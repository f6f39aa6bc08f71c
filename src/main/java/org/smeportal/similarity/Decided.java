package org.smeportal.similarity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code reason} of enemies; {@code holds} is false when an item has a new revision since "not alike". */
public record Decided(PairDecision decision, @Nullable String reason, Instant at, String by, boolean holds) {
    public boolean isEnemies() {
        return decision == PairDecision.ENEMIES;
    }
}
