package org.smeportal.practical;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.Modality;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.smes.Need;

/**
 * Those who said yes, as their host needs to know them (R2.7): needs only as counts without a name. Not even whether
 * somebody has any stands beside a name: with few of them, every need and word of the page would be theirs.
 */
@Queries
public class HostQueries {

    private static final String SEATED = """
            from invitation i join sme s on s.id = i.sme_id left join seat_pool p on p.id = i.seat_pool_id
                left join sme_needs d on d.sme_id = s.id
                left join travel_note t on t.event_id = i.event_id and t.sme_id = i.sme_id
            where i.event_id = ?1 and i.status = 'ACCEPTED' and (?2 = '' or p.modality = ?2)
            """;

    private static final String HAS_NEEDS = """
            (d.diet_note is not null or d.access_note is not null
                or exists (select 1 from sme_need n where n.sme_id = i.sme_id))
            """;

    private static final int MOST_NOTES = 200;

    private final EntityManager entityManager;

    @Inject
    public HostQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Totals(int seated, int inPerson, int online, int withNeeds) {}

    public record Count(Need need, int people) {}

    /** Somebody's own words, without their name. */
    public record Said(boolean diet, String words) {}

    public record Arrival(
            UUID sme,
            String name,
            @Nullable String employer,
            String country,
            ZoneId zone,
            @Nullable Modality seat,
            boolean travelNote) {

        /** Whose clock tells when it begins: that of the place for who comes there, else their own. */
        public ZoneId clock(EventCard event) {
            boolean there = seat == null ? event.modality() == Modality.IN_PERSON : seat == Modality.IN_PERSON;
            return there ? event.zone() : zone;
        }
    }

    public Totals totals(long eventId) {
        Object[] row = (Object[]) seated(
                        "select count(*), sum(p.modality = 'IN_PERSON'), sum(p.modality = 'VIRTUAL'), sum(" + HAS_NEEDS
                                + ") " + SEATED,
                        eventId,
                        null)
                .getSingleResult();
        return new Totals(Sql.integer(row[0]), Sql.integer(row[1]), Sql.integer(row[2]), Sql.integer(row[3]));
    }

    /** The most frequent first. */
    public List<Count> needs(long eventId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select n.need, count(*) as people from invitation i join sme_need n on n.sme_id = i.sme_id
                                where i.event_id = ?1 and i.status = 'ACCEPTED'
                                group by n.need order by people desc, n.need""").setParameter(1, eventId))
                .map(row -> new Count(Need.valueOf((String) row[0]), Sql.integer(row[1])))
                .toList();
    }

    /** In the order of the alphabet, so that nothing tells whose they are. */
    public List<Said> words(long eventId) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select diet, words from (
                                    select 1 as diet, d.diet_note as words
                                      from invitation i join sme_needs d on d.sme_id = i.sme_id
                                      where i.event_id = ?1 and i.status = 'ACCEPTED' and d.diet_note is not null
                                    union all
                                    select 0, d.access_note
                                      from invitation i join sme_needs d on d.sme_id = i.sme_id
                                      where i.event_id = ?1 and i.status = 'ACCEPTED' and d.access_note is not null
                                ) told order by diet desc, words limit ?2""")
                        .setParameter(1, eventId)
                        .setParameter(2, MOST_NOTES))
                .map(row -> new Said(Sql.truth(row[0]), (String) row[1]))
                .toList();
    }

    /** In the order of their names. */
    public Page<Arrival> arrivals(long eventId, @Nullable Modality seat, PageRequest page) {
        long total =
                Sql.number(seated("select count(*) " + SEATED, eventId, seat).getSingleResult());
        return new Page<>(list(eventId, seat, page.size(), page.offset()), total, page.number(), page.size());
    }

    public List<Arrival> list(long eventId, @Nullable Modality seat, int most, int from) {
        return Sql.rows(seated(
                                "select s.public_id, s.name, s.employer, s.country, s.zone, p.modality,"
                                        + " t.id is not null as noted " + SEATED
                                        + "order by s.name, i.id limit ?3 offset ?4",
                                eventId,
                                seat)
                        .setParameter(3, most)
                        .setParameter(4, from))
                .map(row -> new Arrival(
                        Sql.uuid(row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        ZoneId.of((String) row[4]),
                        row[5] == null ? null : Modality.valueOf((String) row[5]),
                        Sql.truth(row[6])))
                .toList();
    }

    private Query seated(String sql, long eventId, @Nullable Modality seat) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, eventId)
                .setParameter(2, seat == null ? "" : seat.name());
    }
}
