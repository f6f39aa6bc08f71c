package org.smeportal.badges;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.smeportal.events.EventKind;

/** How many attended events of which kinds earn a badge. */
record BadgeRule(long badgeId, String name, int required, Set<EventKind> kinds) {

    static Set<EventKind> kinds(String stored) {
        return Arrays.stream(stored.split(","))
                .map(kind -> EventKind.valueOf(kind.strip()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isOnlyWorkshops(String stored) {
        return kinds(stored).equals(Set.of(EventKind.WORKSHOP));
    }

    String storedKinds() {
        return kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
