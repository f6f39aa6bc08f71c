package org.smeportal.venues;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The venue book: list, one venue with its rooms and the events there, and what an event can choose. */
@Queries
public class VenueQueries {

    private static final String CARD = """
            select v.id, v.public_id, v.name, v.address, v.city, v.country, v.zone, v.notes, v.open, v.version
            from venue v
            """;
    private static final String FILTER = """
            where (?1 = '' or v.name like ?1 escape '!' or v.city like ?1 escape '!' or v.address like ?1 escape '!')
              and (?2 = 1 or v.open = true)
            """;

    private final EntityManager entityManager;

    @Inject
    public VenueQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A venue in the list. */
    public record Row(VenueCard venue, int rooms, int largest, int events) {}

    /** An event that was planned at a venue. */
    public record Use(
            UUID event,
            String title,
            String status,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            @Nullable String room) {}

    public Page<Row> page(String search, boolean closedToo, PageRequest page) {
        long total = Sql.number(filtered("select count(*) from venue v " + FILTER, search, closedToo)
                .getSingleResult());
        List<Row> rows = Sql.rows(
                        filtered("""
                        select v.id, v.public_id, v.name, v.address, v.city, v.country, v.zone, v.notes, v.open, v.version,
                            (select count(*) from venue_room r where r.venue_id = v.id and r.open = true) as rooms,
                            (select max(r.capacity) from venue_room r where r.venue_id = v.id and r.open = true) as largest,
                            (select count(*) from event e where e.venue_id = v.id) as events
                        from venue v
                        """ + FILTER + " order by v.name, v.id limit ?3 offset ?4", search, closedToo)
                                .setParameter(3, page.size())
                                .setParameter(4, page.offset()))
                .map(row -> new Row(card(row), Sql.integer(row[10]), Sql.integer(row[11]), Sql.integer(row[12])))
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    public Optional<VenueCard> byPublicId(UUID publicId) {
        return cards("where v.public_id = ?1", publicId.toString()).stream().findFirst();
    }

    /** What an event can be planned in: every open venue, and the one that it has already. */
    public List<VenueCard> choices(@Nullable Long chosen) {
        return cards("where v.open = true or v.id = ?1 order by v.name, v.id", chosen == null ? 0L : chosen);
    }

    public Optional<VenueCard> card(long id) {
        return cards("where v.id = ?1", id).stream().findFirst();
    }

    /** The open rooms of all venues, or the one that an event has already. */
    public List<VenueCard.Room> roomChoices(@Nullable Long chosen) {
        return rooms("where r.open = true or r.id = ?1", chosen == null ? 0L : chosen);
    }

    /** All rooms of a venue, closed ones too. */
    public List<VenueCard.Room> rooms(long venueId) {
        return rooms("where r.venue_id = ?1", venueId);
    }

    public Optional<VenueCard.Room> room(long id) {
        return rooms("where r.id = ?1", id).stream().findFirst();
    }

    /** Whether a new event can be planned there: both are open, and the room is one of the venue. */
    public boolean offers(long venue, @Nullable Long room) {
        return !entityManager
                .createNativeQuery("""
                        select v.id from venue v left join venue_room r on r.venue_id = v.id and r.id = ?2 and r.open = true
                        where v.id = ?1 and v.open = true and (?2 = 0 or r.id is not null)""")
                .setParameter(1, venue)
                .setParameter(2, room == null ? 0L : room)
                .getResultList()
                .isEmpty();
    }

    /** The last ones first. */
    public Page<Use> uses(long venueId, PageRequest page) {
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*) from event where venue_id = ?1")
                .setParameter(1, venueId)
                .getSingleResult());
        List<Use> rows = Sql.rows(entityManager
                        .createNativeQuery("""
                        select e.public_id, e.title, e.status, e.starts_at, e.ends_at, e.zone, r.name
                        from event e left join venue_room r on r.id = e.room_id
                        where e.venue_id = ?1 order by e.starts_at desc, e.id desc limit ?2 offset ?3""")
                        .setParameter(1, venueId)
                        .setParameter(2, page.size())
                        .setParameter(3, page.offset()))
                .map(row -> new Use(
                        Sql.uuid(row[0]),
                        (String) row[1],
                        (String) row[2],
                        Sql.instant(row[3]),
                        Sql.instant(row[4]),
                        ZoneId.of((String) row[5]),
                        (String) row[6]))
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    private Query filtered(String sql, String search, boolean closedToo) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, search.isBlank() ? "" : Sql.contains(search))
                .setParameter(2, closedToo ? 1 : 0);
    }

    private List<VenueCard> cards(String where, Object parameter) {
        return Sql.rows(entityManager.createNativeQuery(CARD + where).setParameter(1, parameter))
                .map(VenueQueries::card)
                .toList();
    }

    private List<VenueCard.Room> rooms(String where, Object parameter) {
        return Sql.rows(entityManager
                        .createNativeQuery("select r.id, r.venue_id, r.name, r.capacity, r.open from venue_room r "
                                + where + " order by r.name, r.id")
                        .setParameter(1, parameter))
                .map(row -> new VenueCard.Room(
                        Sql.number(row[0]),
                        Sql.number(row[1]),
                        (String) row[2],
                        Sql.integer(row[3]),
                        Sql.truth(row[4])))
                .toList();
    }

    private static VenueCard card(Object[] row) {
        return new VenueCard(
                Sql.number(row[0]),
                Sql.uuid(row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                ZoneId.of((String) row[6]),
                (String) row[7],
                Sql.truth(row[8]),
                Sql.integer(row[9]));
    }
}
