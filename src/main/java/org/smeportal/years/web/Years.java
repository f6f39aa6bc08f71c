package org.smeportal.years.web;

import org.jspecify.annotations.Nullable;

/** Years as they stand in an address. */
final class Years {

    private Years() {}

    /** Null when nothing was asked for, or no year that a calendar page shows. */
    static @Nullable Integer checked(@Nullable Integer year) {
        return year == null || year < 1970 || year > 2200 ? null : year;
    }
}
