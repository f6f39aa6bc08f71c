package org.smeportal.events;

import java.time.Duration;
import java.time.Instant;

/** An entry of the agenda. */
public record SessionRow(long id, String title, Instant startsAt, Instant endsAt, boolean required) {

    public int minutes() {
        return (int) Duration.between(startsAt, endsAt).toMinutes();
    }
}
