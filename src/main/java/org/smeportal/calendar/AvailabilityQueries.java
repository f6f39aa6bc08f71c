package org.smeportal.calendar;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.profiles.Limits;
import org.smeportal.profiles.ProfileQueries;
import org.smeportal.smes.AwayQueries;

/** When an SME is free: days away, events and invitations in one (R1.5). */
@Queries
public class AvailabilityQueries {

    private final EntityManager entityManager;
    private final AwayQueries days;
    private final CalendarQueries calendar;
    private final ProfileQueries profiles;

    @Inject
    public AvailabilityQueries(
            EntityManager entityManager, AwayQueries days, CalendarQueries calendar, ProfileQueries profiles) {
        this.entityManager = entityManager;
        this.days = days;
        this.calendar = calendar;
        this.profiles = profiles;
    }

    /** The calendar with the periods in it, and how much of their limits this year took. */
    public record Own(
            Availability calendar, List<AwayQueries.Away> away, Limits limits, String year, int eventsThisYear) {}

    /** Events are looked at as far as the last day away, so that none of those said yes to is overlooked. */
    public Own own(long accountId, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<AwayQueries.Away> away = days.own(accountId, today);
        List<CalendarEvent> events = calendar.own(accountId, now, until(away, today, zone));
        return new Own(
                Availability.of(today, away, events, zone),
                away,
                profiles.own(accountId).map(ProfileQueries.Own::limits).orElse(Limits.NONE),
                Integer.toString(today.getYear()),
                accepted(accountId, today.getYear()));
    }

    /** The calendar of an SME of the directory by their own days; empty for somebody who left. */
    public Optional<Availability> of(UUID sme, Instant now) {
        return days.of(sme, now).map(theirs -> {
            LocalDate today = LocalDate.ofInstant(now, theirs.zone());
            return Availability.of(
                    today,
                    theirs.away(),
                    calendar.of(sme, now, until(theirs.away(), today, theirs.zone())),
                    theirs.zone());
        });
    }

    private static Instant until(List<AwayQueries.Away> away, LocalDate today, ZoneId zone) {
        LocalDate end = Availability.end(today);
        return away.stream()
                .map(period -> period.last().plusDays(1))
                .filter(end::isBefore)
                .max(LocalDate::compareTo)
                .orElse(end)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** Counted as where SMEs are picked for an event. */
    private int accepted(long accountId, int year) {
        return Sql.integer(entityManager
                .createNativeQuery("""
                        select count(*) from sme s join invitation i on i.sme_id = s.id join event e on e.id = i.event_id
                        where s.account_id = ?1 and i.status = 'ACCEPTED' and e.status <> 'CANCELLED'
                          and year(e.starts_at) = ?2""")
                .setParameter(1, accountId)
                .setParameter(2, year)
                .getSingleResult());
    }
}
