package org.smeportal.changes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.Modality;
import org.smeportal.events.PoolRow;
import org.smeportal.invitations.InvitationStatus;
import org.smeportal.invitations.LocalHours;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** What a change would mean, before the click (R2.4): for each event its people, seats, journeys and hours. */
@Queries
public class Consequences {

    private final EntityManager entityManager;
    private final EventDirectory events;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public Consequences(EntityManager entityManager, EventDirectory events, Outbox outbox, Clock clock) {
        this.entityManager = entityManager;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Somebody who counts on the event; {@code seat} is where, for those who have or wait for one. */
    public record Person(
            long invitation,
            long sme,
            String name,
            String country,
            ZoneId zone,
            InvitationStatus status,
            @Nullable Modality seat) {}

    /** What the event was before its last change of modality, for the way back. */
    public record Was(
            Modality modality,
            int seatsInPerson,
            int seatsVirtual,
            @Nullable String venueName,
            @Nullable String venueAddress,
            @Nullable String meetingLink) {}

    public record Effect(
            EventCard event,
            ChangeEvents.Part part,
            List<PoolRow> pools,
            List<Person> people,
            @Nullable Modality to,
            @Nullable Refused problem) {

        public int count(InvitationStatus status) {
            return (int)
                    people.stream().filter(person -> person.status() == status).count();
        }

        /** Who keeps a seat. */
        public int seated() {
            return count(InvitationStatus.ACCEPTED) + count(InvitationStatus.OFFERED);
        }

        /** Seats in person: those people travel, or would have. */
        public int journeys() {
            return pools.stream()
                    .filter(pool -> pool.modality() == Modality.IN_PERSON)
                    .mapToInt(PoolRow::taken)
                    .sum();
        }

        public int taken() {
            return pools.stream().mapToInt(PoolRow::taken).sum();
        }

        public int waiting() {
            return pools.stream().mapToInt(PoolRow::waiting).sum();
        }

        /** How many of those who wait get a seat by it. */
        public int promoted() {
            if (to == null || to == Modality.HYBRID) {
                return 0;
            }
            return Math.max(0, Math.min(waiting(), part.seats(to) - taken()));
        }

        /** For how many the hours are before 08:00 or after 20:00 where they live. */
        public int unsocial() {
            LocalHours hours = LocalHours.of(event);
            return (int) people.stream()
                    .filter(person -> hours.unsocialIn(person.zone()))
                    .count();
        }
    }

    /** When a change would happen that is planned now. */
    public Instant appliesAt() {
        return outbox.undoableUntil();
    }

    /** Events between two days that meet in another way so far. */
    public List<EventCard> between(LocalDate from, LocalDate until, Modality to) {
        return events.comingBetween(from, until).stream()
                .filter(event -> event.modality() != to)
                .toList();
    }

    public List<Effect> of(ChangeEvents.Change change) {
        List<Long> ids = change.parts().stream().map(ChangeEvents.Part::event).toList();
        Map<Long, EventCard> cards =
                events.cards(ids).stream().collect(Collectors.toMap(EventCard::id, Function.identity()));
        Map<Long, List<PoolRow>> pools = events.pools(ids);
        Map<Long, List<Person>> people = people(ids);
        Set<Long> waiting = waiting(ids);
        List<Effect> effects = new ArrayList<>();
        for (ChangeEvents.Part part : change.parts()) {
            EventCard event = cards.get(part.event());
            if (event == null) {
                throw new NotFound();
            }
            List<PoolRow> seats = pools.getOrDefault(part.event(), List.of());
            Optional<Refused> problem = waiting.contains(part.event())
                    ? Optional.of(new Refused("changes.refused.waits", event.title()))
                    : ChangePolicy.problem(change, part, event, seats, clock.instant());
            effects.add(new Effect(
                    event,
                    part,
                    seats,
                    people.getOrDefault(part.event(), List.of()),
                    change.modality(),
                    problem.orElse(null)));
        }
        return effects;
    }

    /** By event; only those that had a change of modality. */
    public Map<Long, Was> before(Collection<Long> ids) {
        Map<Long, Was> before = new HashMap<>();
        Sql.rows(entityManager.createNativeQuery("""
                        select p.event_id, p.was_modality, p.was_seats_in_person, p.was_seats_virtual, p.was_venue_name,
                            p.was_venue_address, p.was_meeting_link
                        from event_change_part p join event_change c on c.id = p.change_id
                        where c.state = 'DONE' and c.kind = 'MODALITY' and p.was_modality is not null
                            and p.event_id in (%s)
                        order by p.id""".formatted(Sql.numberList(ids))))
                .forEach(row -> before.put(
                        Sql.number(row[0]),
                        new Was(
                                Modality.valueOf((String) row[1]),
                                Sql.integer(row[2]),
                                Sql.integer(row[3]),
                                (String) row[4],
                                (String) row[5],
                                (String) row[6])));
        return before;
    }

    private Set<Long> waiting(Collection<Long> ids) {
        return new HashSet<>(Sql.numbers(entityManager.createNativeQuery("""
                select p.event_id from event_change_part p join event_change c on c.id = p.change_id
                where c.state = 'WAITING' and p.event_id in (%s)""".formatted(Sql.numberList(ids)))));
    }

    private Map<Long, List<Person>> people(Collection<Long> ids) {
        return Sql.rows(entityManager.createNativeQuery(
                        """
                        select i.event_id, s.id, s.name, s.country, s.zone, i.status, p.modality, i.id
                        from invitation i join sme s on s.id = i.sme_id left join seat_pool p on p.id = i.seat_pool_id
                        where i.event_id in (%s)
                            and i.status in %s
                        order by s.name, s.id""".formatted(Sql.numberList(ids), InvitationStatus.WANTING_NEWS)))
                .collect(Collectors.groupingBy(
                        row -> Sql.number(row[0]),
                        Collectors.mapping(
                                row -> new Person(
                                        Sql.number(row[7]),
                                        Sql.number(row[1]),
                                        (String) row[2],
                                        (String) row[3],
                                        ZoneId.of((String) row[4]),
                                        InvitationStatus.valueOf((String) row[5]),
                                        row[6] == null ? null : Modality.valueOf((String) row[6])),
                                Collectors.toList())));
    }
}
