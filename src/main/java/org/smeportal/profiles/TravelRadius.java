package org.smeportal.profiles;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How far an SME travels to an event that is held in person. */
public enum TravelRadius {
    /** Not at all: virtual events only. */
    NONE,
    /** Within their own country. */
    COUNTRY,
    /** Within their own part of the world, as the areas of time zones cut it. */
    REGION,
    ANYWHERE;

    /** Where somebody lives, or an event is; the country of an event may be unknown. */
    public record Place(@Nullable String country, ZoneId zone) {
        private String area() {
            return zone.getId().replaceFirst("/.*", "");
        }
    }

    /** Whether somebody who lives there comes to an event in person; what is not known is no reason against it. */
    public boolean reaches(Place home, Place event) {
        return switch (this) {
            case NONE -> false;
            case COUNTRY ->
                event.country() == null
                        || home.country() == null
                        || event.country().equals(home.country());
            case REGION -> event.area().equals(home.area());
            case ANYWHERE -> true;
        };
    }
}
