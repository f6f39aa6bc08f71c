package org.smeportal.similarity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.ItemStatus;

/** An item beside another: where it stands, but neither its text nor its author. */
public record Side(
        long id,
        UUID publicId,
        String code,
        long examId,
        String exam,
        @Nullable Integer domain,
        @Nullable String domainName,
        ItemStatus status,
        int revision) {
    /** Only what waits for its review can be ended as a duplicate (items.md 1). */
    public boolean isEndable() {
        return status == ItemStatus.SUBMITTED;
    }
}
