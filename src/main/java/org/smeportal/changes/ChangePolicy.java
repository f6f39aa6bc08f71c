package org.smeportal.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventPlan;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.events.PoolRow;
import org.smeportal.kernel.Refused;

/** Whether an event can be changed so, as it stands now (R2.2, R2.4). Pure rules, each with its reason. */
final class ChangePolicy {

    private ChangePolicy() {}

    static Optional<Refused> problem(
            ChangeEvents.Change change, ChangeEvents.Part part, EventCard event, List<PoolRow> pools, Instant now) {
        boolean postponed = event.status() == EventStatus.POSTPONED;
        boolean coming = event.status() == EventStatus.PLANNED
                || event.status() == EventStatus.INVITING
                || event.status() == EventStatus.CONFIRMED;
        return switch (change.kind()) {
            case POSTPONE -> coming && now.isBefore(event.startsAt()) ? Optional.empty() : status(event);
            case NEW_DATE -> postponed ? newDate(change, part, event, now) : status(event);
            case MODALITY ->
                (coming || event.status() == EventStatus.DRAFT) && now.isBefore(event.startsAt())
                        ? place(change, part, event, pools, now)
                        : status(event);
        };
    }

    private static Optional<Refused> newDate(
            ChangeEvents.Change change, ChangeEvents.Part part, EventCard event, Instant now) {
        LocalDate day = part.firstDay();
        if (day == null || !day.isAfter(LocalDate.ofInstant(now, event.zone()))) {
            return refuse("changes.refused.newDay", event.title());
        }
        Instant deadline = change.deadline(event.zone());
        Instant start = day.atTime(LocalTime.ofInstant(event.startsAt(), event.zone()))
                .atZone(event.zone())
                .toInstant();
        if (deadline == null) {
            return refuse("changes.refused.noDeadline");
        }
        return deadline(event, deadline, start, now);
    }

    private static Optional<Refused> place(
            ChangeEvents.Change change, ChangeEvents.Part part, EventCard event, List<PoolRow> pools, Instant now) {
        Modality to = change.modality();
        if (to == null || event.modality() == to) {
            return refuse("changes.refused.same", event.title(), event.modality());
        }
        if (to.needsVenue() && isBlank(part.venueName())) {
            return refuse("changes.refused.noVenue", event.title());
        }
        for (Modality modality : new Modality[] {Modality.IN_PERSON, Modality.VIRTUAL}) {
            if (to != Modality.HYBRID && to != modality) {
                continue;
            }
            int taken = pools.stream()
                    .filter(pool -> to != Modality.HYBRID || pool.modality() == modality)
                    .mapToInt(PoolRow::taken)
                    .sum();
            int seats = part.seats(modality);
            if (seats < 1 || seats > EventPlan.MOST_SEATS) {
                return refuse("changes.refused.seats", event.title(), EventPlan.MOST_SEATS);
            }
            if (seats < taken) {
                return refuse("changes.refused.seatsTaken", event.title(), taken, seats);
            }
        }
        Instant deadline = change.deadline(event.zone());
        return deadline == null ? Optional.empty() : deadline(event, deadline, event.startsAt(), now);
    }

    private static Optional<Refused> deadline(EventCard event, Instant deadline, Instant start, Instant now) {
        if (!deadline.isBefore(start)) {
            return refuse("changes.refused.deadlineLate", event.title());
        }
        return deadline.isAfter(now) ? Optional.empty() : refuse("changes.refused.deadlinePast");
    }

    private static Optional<Refused> status(EventCard event) {
        return refuse("changes.refused.status", event.title(), event.status());
    }

    private static Optional<Refused> refuse(String key, Object... arguments) {
        return Optional.of(new Refused(key, arguments));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
