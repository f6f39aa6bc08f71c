package org.smeportal.events;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a plan takes from others: a time, who leads it, a place with a number of seats. {@code event} is null while new. */
public record Claim(
        @Nullable Long event,
        EventHours hours,
        ZoneId zone,
        @Nullable Long lead,
        @Nullable Long venue,
        @Nullable Long room,
        @Nullable String venueName,
        int seats) {

    public static Claim of(StoredEvent event) {
        boolean house = event.modality().needsVenue();
        Integer seats = event.seatsInPerson();
        return new Claim(
                event.id(),
                EventHours.of(event.startsAt(), event.endsAt(), event.zone()),
                event.zone(),
                event.leadId(),
                house ? event.venueId() : null,
                house ? event.roomId() : null,
                house ? event.venueName() : null,
                house && seats != null ? seats : 0);
    }
}
