package org.smeportal.changes.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.smeportal.changes.ChangeEvents;
import org.smeportal.changes.Consequences;
import org.smeportal.events.EventCard;
import org.smeportal.events.Modality;
import org.smeportal.events.PoolRow;

/** What stands in the fields of an event on the page of a change: typed, or proposed from what the event was before. */
public record ChangeForm(
        EventCard event,
        boolean included,
        String seatsInPerson,
        String seatsVirtual,
        String venueName,
        String venueAddress,
        String meetingLink) {

    static ChangeForm proposed(EventCard event, List<PoolRow> pools, Consequences.@Nullable Was was, Modality to) {
        Consequences.Was back = was != null && was.modality() == to ? was : null;
        int all = pools.stream().mapToInt(PoolRow::capacity).sum();
        return new ChangeForm(
                event,
                true,
                seats(pools, Modality.IN_PERSON, back == null ? 0 : back.seatsInPerson(), all),
                seats(pools, Modality.VIRTUAL, back == null ? 0 : back.seatsVirtual(), all),
                or(event.venueName(), was == null ? null : was.venueName()),
                or(event.venueAddress(), was == null ? null : was.venueAddress()),
                or(event.meetingLink(), was == null ? null : was.meetingLink()));
    }

    static ChangeForm posted(EventCard event) {
        String id = event.publicId().toString();
        return new ChangeForm(
                event,
                chosen().contains(id),
                typed("inPerson." + id),
                typed("virtual." + id),
                typed("venue." + id),
                typed("address." + id),
                typed("link." + id));
    }

    /** Nothing was posted yet, or by another page. */
    static boolean isPosted() {
        return Faces.isPostback() && Faces.getRequestParameter("listed") != null;
    }

    ChangeEvents.Part part() {
        return new ChangeEvents.Part(
                event.id(), null, number(seatsInPerson), number(seatsVirtual), venueName, venueAddress, meetingLink);
    }

    /** A day typed into a date field; null when it is none. */
    static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static String seats(List<PoolRow> pools, Modality modality, int before, int all) {
        int now = pools.stream()
                .filter(pool -> pool.modality() == modality)
                .mapToInt(PoolRow::capacity)
                .sum();
        return String.valueOf(now > 0 ? now : before > 0 ? before : all);
    }

    private static String or(@Nullable String first, @Nullable String second) {
        return first != null ? first : second != null ? second : "";
    }

    private static Set<String> chosen() {
        String[] values = Faces.getRequestParameterValues("with");
        return values == null ? Set.of() : Arrays.stream(values).collect(Collectors.toSet());
    }

    private static String typed(String name) {
        String value = Faces.getRequestParameter(name);
        return value == null ? "" : value;
    }

    private static int number(String typed) {
        return typed.strip().matches("\\d{1,9}") ? Integer.parseInt(typed.strip()) : 0;
    }
}
