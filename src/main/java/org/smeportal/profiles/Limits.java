package org.smeportal.profiles;

import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** What an SME wants to be asked for at most: events a year (none given is no limit), and how far to travel. */
public record Limits(@Nullable Integer maxEvents, TravelRadius travel) {

    public static final Limits NONE = new Limits(null, TravelRadius.ANYWHERE);
    private static final int MOST = 50;

    public Limits {
        if (maxEvents != null && (maxEvents < 1 || maxEvents > MOST)) {
            throw new Refused("profiles.refused.maxEvents", MOST).at("maxEvents");
        }
    }
}
