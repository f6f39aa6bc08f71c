package org.smeportal.events;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Events as other features know them. */
@Queries
public class EventDirectory {

    private static final String CARD = """
            select e.id, e.public_id, e.kind, e.exam_id, x.code, e.title, e.purpose, e.status, e.modality, e.zone,
                e.starts_at, e.ends_at, e.venue_name, e.venue_address, e.meeting_link, e.rsvp_deadline, e.lead_id,
                a.name, e.reason, e.sequence
            from event e join account a on a.id = e.lead_id left join exam x on x.id = e.exam_id
            """;

    private final EntityManager entityManager;

    @Inject
    public EventDirectory(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public EventCard card(long id) {
        return cards("where e.id = ?1", id).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** The event that an address names. */
    public EventCard named(@Nullable String publicId) {
        return Optional.ofNullable(Words.uuid(publicId))
                .flatMap(this::byPublicId)
                .orElseThrow(NotFound::new);
    }

    public Optional<EventCard> byPublicId(UUID publicId) {
        return cards("where e.public_id = ?1", publicId.toString()).stream().findFirst();
    }

    /** Those that begin on one of the days of their zone, both included, and are still to come or being planned. */
    public List<EventCard> comingBetween(LocalDate from, LocalDate until) {
        return Sql.rows(entityManager
                        .createNativeQuery(CARD + """
                                where e.starts_at >= ?1 and e.starts_at < ?2
                                    and e.status in ('DRAFT', 'PLANNED', 'INVITING', 'CONFIRMED')
                                order by e.starts_at, e.id limit 500""")
                        .setParameter(
                                1,
                                Sql.parameter(from.minusDays(1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()))
                        .setParameter(
                                2,
                                Sql.parameter(until.plusDays(2)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant())))
                .map(EventDirectory::card)
                .filter(card -> {
                    LocalDate first = LocalDate.ofInstant(card.startsAt(), card.zone());
                    return !first.isBefore(from) && !first.isAfter(until);
                })
                .toList();
    }

    /** The seats of several events. */
    public Map<Long, List<PoolRow>> pools(Collection<Long> eventIds) {
        return Sql.rows(entityManager.createNativeQuery(
                        "select id, modality, capacity, taken, waiting, event_id from seat_pool"
                                + " where event_id in (" + Sql.numberList(eventIds) + ") order by id"))
                .collect(Collectors.groupingBy(
                        row -> Sql.number(row[5]), Collectors.mapping(EventDirectory::pool, Collectors.toList())));
    }

    private static PoolRow pool(Object[] row) {
        return new PoolRow(
                Sql.number(row[0]),
                Modality.valueOf((String) row[1]),
                Sql.integer(row[2]),
                Sql.integer(row[3]),
                Sql.integer(row[4]));
    }

    /** Several events, the first one first. */
    public List<EventCard> cards(Collection<Long> ids) {
        return Sql.rows(entityManager.createNativeQuery(
                        CARD + "where e.id in (" + Sql.numberList(ids) + ") order by e.starts_at, e.id"))
                .map(EventDirectory::card)
                .toList();
    }

    public List<SessionRow> sessions(long eventId) {
        return sessions(List.of(eventId)).getOrDefault(eventId, List.of());
    }

    /** The agendas of several events; an event without a session has none. */
    public Map<Long, List<SessionRow>> sessions(Collection<Long> eventIds) {
        return Sql.rows(entityManager.createNativeQuery(
                        "select id, title, starts_at, ends_at, required, event_id from event_session where event_id in ("
                                + Sql.numberList(eventIds) + ") order by starts_at, id"))
                .collect(Collectors.groupingBy(
                        row -> Sql.number(row[5]),
                        Collectors.mapping(
                                row -> new SessionRow(
                                        Sql.number(row[0]),
                                        (String) row[1],
                                        Sql.instant(row[2]),
                                        Sql.instant(row[3]),
                                        Sql.truth(row[4])),
                                Collectors.toList())));
    }

    public List<PoolRow> pools(long eventId) {
        return Sql.rows(entityManager
                        .createNativeQuery(
                                "select id, modality, capacity, taken, waiting from seat_pool where event_id = ?1 order by id")
                        .setParameter(1, eventId))
                .map(EventDirectory::pool)
                .toList();
    }

    private List<EventCard> cards(String where, Object parameter) {
        return Sql.rows(entityManager.createNativeQuery(CARD + where).setParameter(1, parameter))
                .map(EventDirectory::card)
                .toList();
    }

    private static EventCard card(Object[] row) {
        return new EventCard(
                Sql.number(row[0]),
                UUID.fromString((String) row[1]),
                EventKind.valueOf((String) row[2]),
                Sql.optionalNumber(row[3]),
                (String) row[4],
                (String) row[5],
                (String) row[6],
                EventStatus.valueOf((String) row[7]),
                Modality.valueOf((String) row[8]),
                ZoneId.of((String) row[9]),
                Sql.instant(row[10]),
                Sql.instant(row[11]),
                (String) row[12],
                (String) row[13],
                (String) row[14],
                Sql.instant(row[15]),
                Sql.number(row[16]),
                (String) row[17],
                (String) row[18],
                Sql.integer(row[19]));
    }
}
