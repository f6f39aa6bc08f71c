package org.smeportal.scenarios;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smeportal.calendar.FeedKind;
import org.smeportal.calendar.FeedQueries;
import org.smeportal.calendar.KeepFeed;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.invitations.InviteSmes;
import org.smeportal.invitations.UndoWave;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.MailBox;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Rig;

/**
 * R2.3: the right hours wherever one lives, on both days of a clock change of the event's zone: in the mail, on the page
 * behind its link, on the pages of a signed-in SME, in the calendar entry and in the feed. The event is in New York, 09:00 to 13:00, on
 * the day before and the day of the change; the hours expected were worked out with the zone tables of another language.
 */
class TimesOfTheWorldPageIT extends PageTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** What somebody reads: from first start to last end, and the hours of each day. */
    private record Seen(String zone, String span, String dayBefore, String dayOfTheChange) {
        /** As pages write it, which name the city beside it. */
        String onPages() {
            return span.substring(0, span.lastIndexOf(':') + 3);
        }
    }

    @Test
    void everybodyReadsTheirOwnHoursWhenTheClocksOfTheEventGoForward() {
        everybodyReads(
                LocalDate.of(2027, 3, 13),
                new Seen(
                        "Europe/Lisbon",
                        "Sat 13 Mar, 14:00 – Sun 14 Mar 2027, 17:00 Lisbon",
                        "14:00–18:00",
                        "13:00–17:00"),
                new Seen(
                        "Asia/Kathmandu",
                        "Sat 13 Mar, 19:45 – Sun 14 Mar 2027, 22:45 Kathmandu",
                        "19:45–23:45",
                        "18:45–22:45"),
                new Seen(
                        "America/St_Johns",
                        "Sat 13 Mar, 10:30 – Sun 14 Mar 2027, 14:30 St John's",
                        "10:30–14:30",
                        "10:30–14:30"),
                new Seen(
                        "Australia/Sydney",
                        "Sun 14 Mar, 01:00 – Mon 15 Mar 2027, 04:00 Sydney",
                        "01:00–05:00",
                        "00:00–04:00"),
                new Seen(
                        "America/Phoenix",
                        "Sat 13 Mar, 07:00 – Sun 14 Mar 2027, 10:00 Phoenix",
                        "07:00–11:00",
                        "06:00–10:00"),
                new Seen(
                        "Pacific/Apia",
                        "Sun 14 Mar, 03:00 – Mon 15 Mar 2027, 06:00 Apia",
                        "03:00–07:00",
                        "02:00–06:00"));
    }

    @Test
    void everybodyReadsTheirOwnHoursWhenTheClocksOfTheEventGoBack() {
        everybodyReads(
                LocalDate.of(2027, 11, 6),
                new Seen(
                        "Europe/Lisbon",
                        "Sat 6 Nov, 13:00 – Sun 7 Nov 2027, 18:00 Lisbon",
                        "13:00–17:00",
                        "14:00–18:00"),
                new Seen(
                        "Asia/Kathmandu",
                        "Sat 6 Nov, 18:45 – Sun 7 Nov 2027, 23:45 Kathmandu",
                        "18:45–22:45",
                        "19:45–23:45"),
                new Seen(
                        "America/St_Johns",
                        "Sat 6 Nov, 10:30 – Sun 7 Nov 2027, 14:30 St John's",
                        "10:30–14:30",
                        "10:30–14:30"),
                new Seen(
                        "Australia/Sydney",
                        "Sun 7 Nov, 00:00 – Mon 8 Nov 2027, 05:00 Sydney",
                        "00:00–04:00",
                        "01:00–05:00"),
                new Seen(
                        "America/Phoenix",
                        "Sat 6 Nov, 06:00 – Sun 7 Nov 2027, 11:00 Phoenix",
                        "06:00–10:00",
                        "07:00–11:00"),
                new Seen(
                        "Pacific/Apia", "Sun 7 Nov, 02:00 – Mon 8 Nov 2027, 07:00 Apia", "02:00–06:00", "03:00–07:00"));
    }

    private void everybodyReads(LocalDate first, Seen... all) {
        List<UUID> smes =
                Arrays.stream(all).map(seen -> sme(seen.zone(), first)).toList();
        invite(first, smes);
        List<Instant> starts = List.of(
                first.atTime(9, 0).atZone(NEW_YORK).toInstant(),
                first.plusDays(1).atTime(9, 0).atZone(NEW_YORK).toInstant());
        for (Seen seen : all) {
            String email = email(seen.zone(), first);
            MimeMessage mail = portal.mail().await(email, 1);
            Map<String, String> parts = MailBox.parts(mail);
            assertThat(parts.get("text/plain")).contains(seen.span(), seen.dayBefore(), seen.dayOfTheChange());
            assertThat(starts(parts.get("text/calendar"))).isEqualTo(starts);

            Page visitor = phone();
            visitor.navigate(MailBox.link(mail, "/rsvp/").replaceFirst("https?://[^/]+", ""));
            assertThat(visitor.locator("main")).containsText(seen.onPages());
            assertThat(visitor.locator("main")).containsText(seen.dayBefore());
            assertThat(visitor.locator("main")).containsText(seen.dayOfTheChange());
            signIn(visitor, "/app/home", email, PASSWORD);
            visitor.navigate("/app/invitations/my-events");
            assertThat(visitor.locator("main")).containsText(seen.onPages());
            visitor.navigate("/app/calendar/calendar?view=agenda&date=" + first);
            assertThat(visitor.locator("main")).containsText(seen.dayBefore());
            assertThat(visitor.locator("main")).containsText(seen.dayOfTheChange());
            assertThat(starts(feed(email, seen.zone(), visitor))).isEqualTo(starts);
        }
    }

    private UUID sme(String zone, LocalDate first) {
        String email = email(zone, first);
        long account = account(email, "Traveller " + zone, "SME");
        UUID sme = UUID.randomUUID();
        portal.rig().update("update account set zone = ?1 where id = ?2", zone, account);
        portal.rig().update("""
                        insert into sme (public_id, account_id, email, name, country, zone, state, joined_on, created_at)
                        values (?1, ?2, ?3, ?4, 'PT', ?5, 'ACTIVE', '2020-01-01', '2020-01-01')""", sme.toString(), account, email, "Traveller " + zone, zone);
        return sme;
    }

    private static String email(String zone, LocalDate first) {
        return zone.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT) + first + "@example.org";
    }

    /** The personal feed as a calendar program fetches it. */
    private String feed(String email, String zone, Page with) {
        long account = portal.rig().count("select id from account where email = ?1", email);
        portal.rig()
                .as(
                        Rig.caller(account, "Traveller", zone, Role.SME),
                        () -> portal.rig().get(KeepFeed.class).make(new KeepFeed.Command(FeedKind.OWN)));
        String address = portal.rig().get(FeedQueries.class).of(account).get(0).url();
        return with.request().get(portal.url(URI.create(address).getPath())).text();
    }

    private void invite(LocalDate first, List<UUID> smes) {
        Rig rig = portal.rig();
        long lead = rig.count("select id from account where email = 'pm@example.org'");
        Caller pm = Rig.caller(lead, "Priya Nair", "Europe/Berlin", Role.PM);
        EventPlan plan = new EventPlan(
                EventKind.OTHER,
                null,
                "Two days around a clock change",
                null,
                Modality.VIRTUAL,
                NEW_YORK,
                first,
                first.plusDays(1),
                LocalTime.of(9, 0),
                LocalTime.of(13, 0),
                null,
                null,
                "https://meet.example.org/change",
                0,
                9,
                first.minusDays(10),
                LocalTime.of(18, 0),
                lead);
        UUID event = rig.as(pm, () -> rig.get(PlanEvent.class).create(plan, "Writing", true));
        InviteSmes.Invited wave =
                rig.as(pm, () -> rig.get(InviteSmes.class).invite(new InviteSmes.Wave(event, smes, false)));
        rig.as(pm, () -> rig.get(UndoWave.class).sendNow(wave.batch()));
    }

    private static List<Instant> starts(String calendar) {
        VEvent entry = Biweekly.parse(calendar).first().getEvents().get(0);
        List<Instant> starts = new ArrayList<>();
        entry.getDateIterator(TimeZone.getTimeZone(NEW_YORK)).forEachRemaining(day -> starts.add(day.toInstant()));
        return starts;
    }
}
