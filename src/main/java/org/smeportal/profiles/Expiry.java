package org.smeportal.profiles;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long a qualification still holds on a day. */
public enum Expiry {
    /** For longer than the days of the warning, or for good. */
    HOLDS,
    /** Its last day is near. */
    SOON,
    EXPIRED;

    public static final int WARNED_DAYS = 60;

    /** It holds on its last day; no day means for good. */
    public static Expiry of(@Nullable LocalDate expiresOn, LocalDate today) {
        if (expiresOn == null) {
            return HOLDS;
        }
        if (expiresOn.isBefore(today)) {
            return EXPIRED;
        }
        return expiresOn.isAfter(today.plusDays(WARNED_DAYS)) ? HOLDS : SOON;
    }
}
