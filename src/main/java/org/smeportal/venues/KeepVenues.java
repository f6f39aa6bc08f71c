package org.smeportal.venues;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Keeping the venue book: new venues, changes, and what happens to those that are no longer wanted. */
@UseCase
@Requires(Permission.PLAN_EVENTS)
public class KeepVenues {

    private final Venues venues;
    private final Clock clock;

    @Inject
    public KeepVenues(Venues venues, Clock clock) {
        this.venues = venues;
        this.clock = clock;
    }

    /** {@code version} is that of the venue as the planner saw it: who saves second is told. */
    public record Change(UUID venue, int version, VenueFacts facts) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "venue:" + venue;
        }

        @Override
        public @Nullable String auditDetail() {
            return facts.name();
        }
    }

    public UUID create(VenueFacts facts) {
        Venue venue = new Venue(facts, clock.instant());
        venues.add(venue);
        facts.rooms().forEach(room -> venues.add(new VenueRoom(venue.id(), room)));
        venues.flush("venues.refused.known");
        return venue.publicId();
    }

    /** Answers the names of rooms that were to go but are kept as closed, because events were planned in them. */
    public List<String> change(Change change) {
        Venue venue = venues.locked(change.venue());
        if (venue.version() != change.version()) {
            throw new Refused("venues.refused.changed");
        }
        venue.change(change.facts());
        venues.countChange(venue);
        List<String> kept = changeRooms(venue, change.facts().rooms());
        venues.flush("venues.refused.known");
        return kept;
    }

    private List<String> changeRooms(Venue venue, List<VenueFacts.Room> typed) {
        Map<Long, VenueRoom> gone = new HashMap<>();
        venues.rooms(venue).forEach(room -> gone.put(room.id(), room));
        for (VenueFacts.Room room : typed) {
            if (room.id() == null) {
                reopenedOrNew(venue, gone, room);
            } else {
                VenueRoom stored = gone.remove(room.id());
                if (stored == null) {
                    throw new NotFound();
                }
                stored.change(room);
            }
        }
        List<Long> used = venues.usedRooms(venue);
        List<String> kept = new ArrayList<>();
        gone.forEach((id, room) -> {
            if (!used.contains(id)) {
                venues.remove(room);
            } else if (room.isOpen()) {
                room.close();
                kept.add(room.name());
            }
        });
        return kept;
    }

    private void reopenedOrNew(Venue venue, Map<Long, VenueRoom> gone, VenueFacts.Room room) {
        VenueRoom closed = gone.values().stream()
                .filter(one -> one.name().equalsIgnoreCase(room.name()))
                .findFirst()
                .orElse(null);
        if (closed == null) {
            venues.add(new VenueRoom(venue.id(), room));
        } else {
            gone.remove(closed.id());
            closed.change(room);
        }
    }

    public void close(UUID venue) {
        venues.locked(venue).close();
    }

    public void reopen(UUID venue) {
        venues.locked(venue).reopen();
    }

    public void delete(UUID id) {
        Venue venue = venues.locked(id);
        if (venues.isUsed(venue)) {
            throw new Refused("venues.refused.used");
        }
        venues.remove(venue);
    }
}
