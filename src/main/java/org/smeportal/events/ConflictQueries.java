package org.smeportal.events;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.TimeText;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.venues.VenueCard;
import org.smeportal.venues.VenueQueries;

/** What speaks against a plan (R2.5): its lead, its place, and by the packages that know them, its people. */
@Queries
public class ConflictQueries {

    /** Longer lists are not read; how many more there are is told. */
    private static final int MOST = 30;

    private final EntityManager entityManager;
    private final VenueQueries venues;
    private final Instance<PanelConflicts> panels;

    @Inject
    public ConflictQueries(EntityManager entityManager, VenueQueries venues, Instance<PanelConflicts> panels) {
        this.entityManager = entityManager;
        this.venues = venues;
        this.panels = panels;
    }

    /** The conflicts to show, and how many there are beside them. */
    public record Found(List<Conflict> shown, int more) {

        public int all() {
            return shown.size() + more;
        }
    }

    /** Another event at the same time, with what could make it a conflict. */
    private record Neighbour(
            Conflict.Other event,
            long lead,
            String leadName,
            boolean inHouse,
            @Nullable Long venue,
            @Nullable Long room,
            @Nullable String venueName) {

        boolean sharesPlaceWith(Claim claim) {
            if (!inHouse) {
                return false;
            }
            if (venue == null || claim.venue() == null) {
                return venueName != null && venueName.equalsIgnoreCase(claim.venueName());
            }
            return venue.equals(claim.venue()) && (room == null || claim.room() == null || room.equals(claim.room()));
        }
    }

    public Found of(Claim claim) {
        List<Conflict> all = new ArrayList<>();
        List<Neighbour> neighbours = neighbours(claim);
        neighbours.stream()
                .filter(other -> Objects.equals(other.lead(), claim.lead()))
                .map(other -> Conflict.of(ConflictKind.LEAD, other.leadName(), other.event()))
                .forEach(all::add);
        neighbours.stream()
                .filter(other -> other.sharesPlaceWith(claim))
                .map(other -> Conflict.of(ConflictKind.VENUE, String.valueOf(claim.venueName()), other.event()))
                .forEach(all::add);
        ofHouse(claim, all);
        if (claim.event() != null) {
            panels.forEach(people -> all.addAll(people.of(claim.event(), claim.hours())));
        }
        List<Conflict> shown = all.subList(0, Math.min(MOST, all.size()));
        return new Found(List.copyOf(shown), all.size() - shown.size());
    }

    private void ofHouse(Claim claim, List<Conflict> all) {
        if (claim.venue() != null) {
            venues.card(claim.venue())
                    .map(VenueCard::zone)
                    .filter(zone -> !TimeText.sameClock(claim.hours().startsAt(), zone, claim.zone()))
                    .ifPresent(zone -> all.add(Conflict.of(ConflictKind.CLOCK, TimeText.city(zone), null)));
        }
        if (claim.room() != null) {
            venues.room(claim.room())
                    .filter(room -> room.capacity() < claim.seats())
                    .ifPresent(room -> all.add(
                            Conflict.ofNumbers(ConflictKind.ROOM, room.name(), claim.seats(), room.capacity())));
        }
    }

    /** No event is longer than a month, so that the index on the start finds those that began before. */
    private List<Neighbour> neighbours(Claim claim) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                        select e.public_id, e.title, e.starts_at, e.ends_at, e.zone, e.lead_id, a.name,
                            e.modality <> 'VIRTUAL', e.venue_id, e.room_id, e.venue_name
                        from event e join account a on a.id = e.lead_id
                        where e.id <> ?1 and e.status in ('DRAFT', 'PLANNED', 'INVITING', 'CONFIRMED', 'RUNNING')
                            and e.starts_at > ?2 and e.starts_at < ?3 and e.ends_at > ?4
                            and (e.lead_id = ?5 or e.venue_id = ?6 or (?7 <> '' and e.venue_name = ?7))
                        order by e.starts_at, e.id""")
                        .setParameter(1, claim.event() == null ? 0L : claim.event())
                        .setParameter(
                                2,
                                Sql.parameter(
                                        claim.hours().startsAt().minus(Duration.ofDays(EventPlan.MOST_DAYS + 1L))))
                        .setParameter(3, Sql.parameter(claim.hours().endsAt()))
                        .setParameter(4, Sql.parameter(claim.hours().startsAt()))
                        .setParameter(5, claim.lead() == null ? 0L : claim.lead())
                        .setParameter(6, claim.venue() == null ? 0L : claim.venue())
                        .setParameter(7, claim.venueName() == null ? "" : claim.venueName()))
                .map(row -> new Neighbour(
                        new Conflict.Other(
                                Sql.uuid(row[0]),
                                (String) row[1],
                                Sql.instant(row[2]),
                                Sql.instant(row[3]),
                                ZoneId.of((String) row[4])),
                        Sql.number(row[5]),
                        (String) row[6],
                        Sql.truth(row[7]),
                        Sql.optionalNumber(row[8]),
                        Sql.optionalNumber(row[9]),
                        (String) row[10]))
                .filter(other -> other.event().hours().overlaps(claim.hours()))
                .toList();
    }
}
