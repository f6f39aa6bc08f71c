package org.smeportal.online;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventStatus;
import org.smeportal.events.SessionRow;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The day of an event as who has a seat there sees it, and programme managers; nobody else finds it. */
@Queries
public class DayQueries {

    private final EntityManager entityManager;
    private final EventDirectory events;
    private final RoomQueries rooms;
    private final HelpQueries requests;
    private final CallQueries calls;
    private final Clock clock;

    @Inject
    public DayQueries(
            EntityManager entityManager,
            EventDirectory events,
            RoomQueries rooms,
            HelpQueries requests,
            CallQueries calls,
            Clock clock) {
        this.entityManager = entityManager;
        this.events = events;
        this.rooms = rooms;
        this.requests = requests;
        this.calls = calls;
        this.clock = clock;
    }

    /** {@code seated}: an SME with a seat looks, who may ask for help. */
    public record Day(
            EventCard event,
            boolean seated,
            @Nullable SessionRow now,
            @Nullable SessionRow next,
            List<RoomQueries.Row> rooms,
            List<HelpQueries.Request> requests,
            List<CallQueries.Call> calls,
            String version) {

        /** Rooms are open, and help can be asked for, until attendance is closed. */
        public boolean open() {
            return !event.status().isOver() && event.status() != EventStatus.POSTPONED;
        }

        public boolean hasPlenary() {
            return rooms.stream().anyMatch(room -> room.kind() == RoomKind.PLENARY);
        }

        public long waiting() {
            return requests.stream().filter(one -> one.state().isWaiting()).count();
        }
    }

    public Optional<Day> day(UUID publicId, long accountId, boolean runsIt) {
        Optional<Long> seat = seat(publicId, accountId);
        if (seat.isEmpty() && !runsIt) {
            return Optional.empty();
        }
        return events.byPublicId(publicId).map(event -> day(event, seat.orElse(0L)));
    }

    private Day day(EventCard event, long smeId) {
        // first, so that a change in between is news
        String version = version(event.id(), smeId);
        Instant now = clock.instant();
        List<SessionRow> sessions = events.sessions(event.id());
        return new Day(
                event,
                smeId != 0,
                sessions.stream()
                        .filter(session -> !now.isBefore(session.startsAt()) && now.isBefore(session.endsAt()))
                        .findFirst()
                        .orElse(null),
                sessions.stream()
                        .filter(session -> now.isBefore(session.startsAt()))
                        .findFirst()
                        .orElse(null),
                rooms.rooms(event.id(), smeId),
                smeId == 0 ? List.of() : requests.own(event.id(), smeId),
                smeId == 0 ? List.of() : calls.own(event.id(), smeId),
                version);
    }

    /** Another text when the page looks different; empty for who may not see it. */
    public Optional<String> news(UUID publicId, long accountId, boolean runsIt) {
        Optional<Long> seat = seat(publicId, accountId);
        if (seat.isEmpty() && !runsIt) {
            return Optional.empty();
        }
        return events.byPublicId(publicId).map(event -> version(event.id(), seat.orElse(0L)));
    }

    private Optional<Long> seat(UUID publicId, long accountId) {
        return Sql.numbers(entityManager
                        .createNativeQuery("""
                                select s.id from event e join invitation i on i.event_id = e.id join sme s on s.id = i.sme_id
                                where e.public_id = ?1 and s.account_id = ?2 and i.status = 'ACCEPTED'""")
                        .setParameter(1, publicId.toString())
                        .setParameter(2, accountId))
                .stream()
                .findFirst();
    }

    private String version(long eventId, long smeId) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("""
                        select (select version from event where id = ?1) as event,
                            x.count, x.newest, x.begun, x.ended, r.count as rooms, r.newest as newest_room, r.versions,
                            (select coalesce(max(room_id), 0) from event_group_member
                                where event_id = ?1 and sme_id = ?2) as own,
                            h.count as requests, h.versions as request_versions,
                            c.count as calls, c.versions as call_versions
                        from (select count(*) as count, coalesce(max(id), 0) as newest,
                                    coalesce(sum(starts_at <= ?3), 0) as begun, coalesce(sum(ends_at <= ?3), 0) as ended
                                from event_session where event_id = ?1) x,
                            (select count(*) as count, coalesce(max(id), 0) as newest, coalesce(sum(version), 0) as versions
                                from event_room where event_id = ?1) r,
                            (select count(*) as count, coalesce(sum(version), 0) as versions
                                from help_request where event_id = ?1 and sme_id = ?2) h,
                            (select count(*) as count, coalesce(sum(version), 0) as versions
                                from follow_up_call where event_id = ?1 and sme_id = ?2) c""")
                .setParameter(1, eventId)
                .setParameter(2, smeId)
                .setParameter(3, Sql.parameter(clock.instant()))
                .getSingleResult();
        return Arrays.stream(row).map(String::valueOf).collect(Collectors.joining("."));
    }
}
