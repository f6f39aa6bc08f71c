package org.smeportal.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;

/** The sessions of an event over its days, in order (R2.1). */
public record Agenda(List<Entry> entries) {

    public static final int MOST = 60;

    /** A session as planned: an instant range inside the event. */
    public record Entry(String title, Instant startsAt, Instant endsAt, boolean required) {

        boolean liesWithin(Instant start, Instant end) {
            return !startsAt.isBefore(start) && !endsAt.isAfter(end);
        }
    }

    public Agenda {
        entries = entries.stream()
                .sorted((a, b) -> a.startsAt().compareTo(b.startsAt()))
                .toList();
        if (entries.size() > MOST) {
            throw new Refused("events.refused.tooManySessions", MOST);
        }
    }

    /** One session a typed line: the day and hours are of the event's zone. */
    public static Entry entry(
            String title, LocalDate day, LocalTime from, LocalTime to, boolean required, ZoneId zone) {
        Instant start = EventTimes.instant(day, from, zone);
        Instant end = EventTimes.instant(day, to, zone);
        String name = Words.line(title, 160);
        if (!start.isBefore(end)) {
            throw new Refused("events.refused.sessionOrder", name);
        }
        return new Entry(name, start, end, required);
    }

    /** What a new event begins with: each day from its first to its last hour, required. */
    static Agenda proposed(String title, LocalDate first, LocalDate last, LocalTime from, LocalTime to, ZoneId zone) {
        List<Entry> entries = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last) && entries.size() < MOST; day = day.plusDays(1)) {
            entries.add(entry(title, day, from, to, true, zone));
        }
        return new Agenda(entries);
    }

    /** The sessions of an earlier event at the times of a new one: the hours on the wall stay; what does not fit is left out. */
    static Agenda again(List<SessionRow> earlier, ZoneId zone, Duration later, EventPlan plan) {
        return new Agenda(earlier.stream()
                .map(session -> new Entry(
                        session.title(),
                        EventTimes.shifted(session.startsAt(), zone, later, plan.zone()),
                        EventTimes.shifted(session.endsAt(), zone, later, plan.zone()),
                        session.required()))
                .filter(entry -> entry.liesWithin(plan.startsAt(), plan.endsAt()))
                .toList());
    }

    void mustLieWithin(Instant start, Instant end) {
        for (Entry entry : entries) {
            if (!entry.liesWithin(start, end)) {
                throw new Refused("events.refused.sessionOutside", entry.title());
            }
        }
    }
}
