package org.smeportal.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that speaks against a plan: who or what, and the other event, if that is the reason. {@code some} of
 * {@code all} are seats and places of a room, or people of the panel.
 */
public record Conflict(
        ConflictKind kind,
        String who,
        @Nullable UUID sme,
        @Nullable Other event,
        int some,
        int all) {

    /** The event that is in the way. */
    public record Other(UUID publicId, String title, Instant startsAt, Instant endsAt, ZoneId zone) {

        public EventHours hours() {
            return EventHours.of(startsAt, endsAt, zone);
        }
    }

    static Conflict of(ConflictKind kind, String who, @Nullable Other event) {
        return new Conflict(kind, who, null, event, 0, 0);
    }

    public static Conflict ofSme(ConflictKind kind, String name, UUID sme, @Nullable Other event) {
        return new Conflict(kind, name, sme, event, 0, 0);
    }

    public static Conflict ofNumbers(ConflictKind kind, String who, int some, int all) {
        return new Conflict(kind, who, null, null, some, all);
    }
}
