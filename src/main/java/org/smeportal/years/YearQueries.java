package org.smeportal.years;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.attendance.AttendanceResult;
import org.smeportal.events.EventKind;
import org.smeportal.events.Modality;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** The years of an SME (R8.3), for themselves and, once shared, for whoever has the link. */
@Queries
public class YearQueries {

    private final EntityManager entityManager;
    private final PeopleMet people;
    private final SmeDirectory smes;
    private final YearLinks links;

    @Inject
    public YearQueries(EntityManager entityManager, PeopleMet people, SmeDirectory smes, YearLinks links) {
        this.entityManager = entityManager;
        this.people = people;
        this.smes = smes;
        this.links = links;
    }

    /**
     * A year as its SME sees it: the card that can be shared, and what only they see.
     *
     * @param years all years with something in them, the last one first
     */
    public record Own(
            YearCard card,
            List<Integer> years,
            List<Attended> events,
            @Nullable UUID favourite,
            @Nullable String sharedAs,
            @Nullable Instant sharedAt) {}

    /** How many events a year had. */
    public record Count(int year, int events) {}

    private record Said(
            long id,
            @Nullable Long favourite,
            @Nullable String nonce,
            @Nullable Instant sharedAt) {}

    private record Shared(long smeId, int year) {}

    /** The given year, else the last one with something in it, else {@code otherwise}. */
    public Own own(SmeCard sme, @Nullable Integer wanted, int otherwise) {
        List<Attended> attended = attended(sme.id());
        Map<Integer, Integer> tasks = taskMinutes(sme.id());
        SortedSet<Integer> years = new TreeSet<>((a, b) -> b - a);
        attended.forEach(event -> years.add(event.day().getYear()));
        years.addAll(tasks.keySet());
        int year = wanted != null ? wanted : years.isEmpty() ? otherwise : years.first();
        List<Attended> events = in(year, attended);
        Optional<Said> said = said(sme.id(), year);
        Optional<Attended> favourite = favourite(events, said);
        return new Own(
                card(sme, year, events, tasks.getOrDefault(year, 0), favourite),
                List.copyOf(years),
                events,
                favourite.map(Attended::event).orElse(null),
                said.map(this::link).orElse(null),
                said.map(Said::sharedAt).orElse(null));
    }

    /** Empty for a link that was never made, or was taken back, and while its SME can't sign in to take it back. */
    public Optional<YearCard> shared(@Nullable String token) {
        return links.open(token)
                .flatMap(opened -> Sql.rows(entityManager
                                .createNativeQuery("""
                                        select y.sme_id, y.in_year
                                        from sme_year y join sme s on s.id = y.sme_id
                                            join account a on a.id = s.account_id
                                        where y.id = ?1 and y.share_nonce = ?2 and a.state = 'ACTIVE'""")
                                .setParameter(1, opened.subject())
                                .setParameter(2, opened.nonce()))
                        .map(row -> new Shared(Sql.number(row[0]), Sql.integer(row[1])))
                        .findFirst())
                .map(shared -> card(smes.card(shared.smeId()), shared.year()));
    }

    public YearCard card(SmeCard sme, int year) {
        List<Attended> events = in(year, attended(sme.id()));
        return card(
                sme,
                year,
                events,
                taskMinutes(sme.id()).getOrDefault(year, 0),
                favourite(events, said(sme.id(), year)));
    }

    /** The last year in which the SME attended something. */
    public Optional<Count> latest(long smeId) {
        List<Attended> attended =
                attended(smeId).stream().filter(event -> !event.isPartly()).toList();
        if (attended.isEmpty()) {
            return Optional.empty();
        }
        int year = attended.get(attended.size() - 1).day().getYear();
        return Optional.of(new Count(year, in(year, attended).size()));
    }

    /** Everything the SME ever was at, the first one first: some dozens of rows, each with a zone of its own to cut by. */
    List<Attended> attended(long smeId) {
        return Sql.rows(entityManager.createNativeQuery("""
                        select e.id, e.public_id, e.title, e.kind, e.zone, e.starts_at, e.ends_at, e.modality,
                            p.modality as seat, e.venue_name, e.venue_address, r.result, r.minutes
                        from attendance_result r join event e on e.id = r.event_id
                            left join invitation i on i.event_id = r.event_id and i.sme_id = r.sme_id
                            left join seat_pool p on p.id = i.seat_pool_id
                        where r.sme_id = ?1 and r.result in ('ATTENDED', 'PARTIAL') and e.status = 'COMPLETED'
                        order by e.starts_at, e.id""").setParameter(1, smeId))
                .map(YearQueries::attended)
                .toList();
    }

    private YearCard card(SmeCard sme, int year, List<Attended> events, int taskMinutes, Optional<Attended> favourite) {
        return YearCard.of(
                sme.name(),
                year,
                events,
                taskMinutes,
                people.at(sme.id(), events.stream().map(Attended::id).toList()),
                badges(sme.id(), year),
                favourite.orElse(null));
    }

    private static List<Attended> in(int year, List<Attended> attended) {
        return attended.stream().filter(event -> event.day().getYear() == year).toList();
    }

    /** A correction may have taken the event away since it was marked. */
    private static Optional<Attended> favourite(List<Attended> events, Optional<Said> said) {
        return said.map(Said::favourite)
                .flatMap(id -> events.stream().filter(event -> event.id() == id).findFirst());
    }

    private @Nullable String link(Said said) {
        return said.nonce() == null || said.sharedAt() == null
                ? null
                : links.url(said.id(), said.nonce(), said.sharedAt());
    }

    private Optional<Said> said(long smeId, int year) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select id, favourite_event_id, share_nonce, shared_at from sme_year
                                where sme_id = ?1 and in_year = ?2""")
                        .setParameter(1, smeId)
                        .setParameter(2, year))
                .map(row -> new Said(
                        Sql.number(row[0]), Sql.optionalNumber(row[1]), (String) row[2], Sql.optionalInstant(row[3])))
                .findFirst();
    }

    private Map<Integer, Integer> taskMinutes(long smeId) {
        Map<Integer, Integer> minutes = new HashMap<>();
        Sql.rows(entityManager.createNativeQuery("""
                        select year(done_on), sum(minutes) from sme_task where sme_id = ?1 and state = 'DONE'
                        group by year(done_on)""").setParameter(1, smeId))
                .forEach(row -> minutes.put(Sql.integer(row[0]), Sql.integer(row[1])));
        return minutes;
    }

    /** Badges that were earned in the year or awarded in it, by the day at the qualifying event. */
    private List<YearCard.Earned> badges(long smeId, int year) {
        return Sql.rows(entityManager.createNativeQuery("""
                        select b.name, a.earned_on, a.awarded_at, e.zone
                        from award a join badge b on b.id = a.badge_id join event e on e.id = a.qualifying_event_id
                        where a.sme_id = ?1 and a.state = 'ACTIVE' order by a.earned_on, a.id""").setParameter(1, smeId))
                .map(row -> new YearCard.Earned(
                        (String) row[0], Sql.date(row[1]), LocalDate.ofInstant(Sql.instant(row[2]), ZoneId.of((String)
                                row[3]))))
                .filter(badge ->
                        badge.earnedOn().getYear() == year || badge.awardedOn().getYear() == year)
                .toList();
    }

    private static Attended attended(Object[] row) {
        return new Attended(
                Sql.number(row[0]),
                Sql.uuid(row[1]),
                (String) row[2],
                EventKind.valueOf((String) row[3]),
                ZoneId.of((String) row[4]),
                Sql.instant(row[5]),
                Sql.instant(row[6]),
                EventPlace.of(
                        Modality.valueOf((String) row[7]),
                        row[8] == null ? null : Modality.valueOf((String) row[8]),
                        (String) row[9],
                        (String) row[10]),
                AttendanceResult.valueOf((String) row[11]),
                Sql.integer(row[12]));
    }
}
