package org.smeportal.invitations;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.Modality;
import org.smeportal.events.PoolRow;
import org.smeportal.events.SessionRow;
import org.smeportal.kernel.TimeText;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** An invitation as its SME sees it (R3.4): by the link of the mail, or on the list of their events. */
@Queries
public class RsvpQueries {

    private final EntityManager entityManager;
    private final InvitationKeys keys;
    private final EventDirectory events;
    private final Instance<KnownMembers> acquaintances;
    private final Clock clock;

    @Inject
    public RsvpQueries(
            EntityManager entityManager,
            InvitationKeys keys,
            EventDirectory events,
            Instance<KnownMembers> acquaintances,
            Clock clock) {
        this.entityManager = entityManager;
        this.keys = keys;
        this.events = events;
        this.acquaintances = acquaintances;
        this.clock = clock;
    }

    public record Rsvp(
            UUID invitation,
            String name,
            ZoneId zone,
            InvitationStatus status,
            @Nullable Integer ticket,
            int ahead,
            @Nullable Instant offeredUntil,
            @Nullable Instant answerAgainBy,
            @Nullable Modality seat,
            EventCard event,
            List<SessionRow> sessions,
            List<PoolRow> pools,
            List<String> members,
            List<String> known,
            @Nullable String closed,
            boolean late) {

        /** A day of the agenda in the SME's zone. */
        public record Day(LocalDate date, List<SessionRow> sessions) {

            public String name() {
                return TimeText.day(date);
            }
        }

        public List<Day> days() {
            return sessions.stream()
                    .collect(Collectors.groupingBy(
                            session -> session.startsAt().atZone(zone).toLocalDate(),
                            TreeMap::new,
                            Collectors.toList()))
                    .entrySet()
                    .stream()
                    .map(day -> new Day(day.getKey(), day.getValue()))
                    .toList();
        }

        /** Whether the event's zone says something that the SME's does not. */
        public boolean twice() {
            return !TimeText.sameClock(event.startsAt(), zone, event.zone());
        }

        /** Those of the members whom the SME has met before, in one line. */
        public String knownNames() {
            return String.join(", ", known);
        }

        public int freeSeats() {
            return pools.stream().mapToInt(PoolRow::free).sum();
        }

        public int seats() {
            return pools.stream().mapToInt(PoolRow::capacity).sum();
        }

        public boolean someoneWaits() {
            return pools.stream().anyMatch(pool -> pool.waiting() > 0);
        }
    }

    public Optional<Rsvp> byLink(@Nullable String token) {
        return keys.byToken(token).map(this::rsvp);
    }

    public Optional<Rsvp> own(UUID invitation, long accountId) {
        return keys.ofAccount(invitation, accountId).map(this::rsvp);
    }

    private Rsvp rsvp(InvitationKeys.Key key) {
        long id = key.id();
        Object[] row = (Object[])
                entityManager.createNativeQuery("""
                        select i.public_id, s.name, s.zone, i.status, i.ticket, i.offered_until, p.modality, i.event_id,
                            i.answer_again_by,
                            (select count(*) from invitation w where w.seat_pool_id = i.seat_pool_id
                                and w.status = 'WAITLISTED' and w.ticket < i.ticket) as ahead
                        from invitation i join sme s on s.id = i.sme_id left join seat_pool p on p.id = i.seat_pool_id
                        where i.id = ?1""").setParameter(1, id).getSingleResult();
        InvitationStatus status = InvitationStatus.valueOf((String) row[3]);
        EventCard event = events.card(Sql.number(row[7]));
        Instant now = clock.instant();
        List<String> members = status == InvitationStatus.ACCEPTED ? members(event.id(), id) : List.of();
        return new Rsvp(
                UUID.fromString((String) row[0]),
                (String) row[1],
                ZoneId.of((String) row[2]),
                status,
                Sql.optionalInteger(row[4]),
                Sql.integer(row[9]),
                Sql.optionalInstant(row[5]),
                Sql.optionalInstant(row[8]),
                row[6] == null ? null : Modality.valueOf((String) row[6]),
                event,
                events.sessions(event.id()),
                events.pools(event.id()),
                members,
                members.isEmpty() ? List.of() : known(event.id(), key.smeId()),
                AnswerPolicy.closed(event, status, now).orElse(null),
                AnswerPolicy.isLate(event, now));
    }

    private List<String> known(long eventId, long smeId) {
        return acquaintances.stream()
                .flatMap(people -> people.known(eventId, smeId).stream())
                .toList();
    }

    /** The other accepted ones who allow members to see them. */
    private List<String> members(long eventId, long except) {
        return ((List<?>) entityManager
                        .createNativeQuery("""
                                select s.name from invitation i join sme s on s.id = i.sme_id
                                where i.event_id = ?1 and i.id <> ?2 and i.status = 'ACCEPTED'
                                  and s.visible_to_members = true
                                order by s.name limit 50""")
                        .setParameter(1, eventId)
                        .setParameter(2, except)
                        .getResultList())
                .stream().map(String.class::cast).toList();
    }
}
