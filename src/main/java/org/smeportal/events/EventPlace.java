package org.smeportal.events;

import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Words;

/** Where an event takes place: its modality with the venue and the meeting link that belong to it. */
public record EventPlace(
        Modality modality,
        @Nullable String venueName,
        @Nullable String venueAddress,
        @Nullable String meetingLink) {

    public EventPlace {
        venueName = modality.needsVenue() ? Words.optionalLine(venueName, 160) : null;
        venueAddress = modality.needsVenue() ? Words.optionalLine(venueAddress, 300) : null;
        meetingLink = modality.hasLink() ? EventPlan.link(meetingLink) : null;
    }
}
