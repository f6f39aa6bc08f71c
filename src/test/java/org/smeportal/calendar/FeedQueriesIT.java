package org.smeportal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.events.CancelEvent;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.PlanEvent;
import org.smeportal.events.SessionRow;
import org.smeportal.invitations.Answer;
import org.smeportal.invitations.WithdrawInvitation;
import org.smeportal.kernel.Forbidden;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** Feeds (R2.6), read by a parser that did not write them, and the private addresses that open them. */
class FeedQueriesIT {
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 10);

    /** A Saturday and Sunday with a clock change between them, where the zone has one. */
    private static final Map<String, LocalDate> CLOCK_CHANGES = Map.of(
            "America/New_York", LocalDate.of(2020, 3, 7),
            "Europe/Lisbon", LocalDate.of(2020, 3, 28),
            "America/St_Johns", LocalDate.of(2020, 3, 7),
            "Australia/Sydney", LocalDate.of(2020, 4, 4),
            "Pacific/Apia", LocalDate.of(2020, 4, 4),
            "Asia/Kathmandu", LocalDate.of(2020, 3, 7),
            "America/Phoenix", LocalDate.of(2020, 3, 7));

    private static Rig rig;
    private static CalendarStory story;
    private static Map<String, EventCard> changes;

    @BeforeAll
    static void start() {
        rig = Rig.start(CalendarStory.BEGIN);
        story = new CalendarStory(rig);
        changes = new HashMap<>();
        CLOCK_CHANGES.forEach((zone, day) -> {
            changes.put(zone, story.event(zone, day));
            rig.update("update seat_pool set capacity = 50");
        });
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void today() {
        rig.clock().set(CalendarStory.BEGIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Lisbon",
                "Asia/Kathmandu",
                "America/St_Johns",
                "Australia/Sydney",
                "America/Phoenix",
                "Pacific/Apia"
            })
    void everySmeReadsEveryDayAtItsInstantAlsoOverAClockChange_R2_3(String zone) {
        Caller sme = story.sme("Sme of " + zone, zone);
        changes.values().forEach(event -> story.invite(event, sme));
        ICalendar feed = read(story.feed(sme, FeedKind.OWN));

        assertThat(feed.getEvents()).hasSameSizeAs(changes.values());
        changes.forEach((eventZone, event) -> {
            List<SessionRow> sessions = rig.get(EventDirectory.class).sessions(event.id());
            VEvent entry = feed.getEvents().stream()
                    .filter(one -> one.getSummary().getValue().equals(event.title()))
                    .findFirst()
                    .orElseThrow();
            assertThat(starts(entry, eventZone))
                    .as(eventZone)
                    .isEqualTo(sessions.stream().map(SessionRow::startsAt).toList());
            assertThat(entry.getDateEnd().getValue().toInstant())
                    .as(eventZone)
                    .isEqualTo(sessions.get(0).endsAt());
        });
    }

    @Test
    void anEntryIsTheOneOfTheMailWhateverHappens_R3_4() {
        Caller sme = story.sme("Noor Haddad", "Europe/Lisbon");
        EventCard event = story.event("America/New_York", MARCH);
        story.invite(event, sme);
        String token = story.feed(sme, FeedKind.OWN);
        assertThat(only(read(token))
                        .getAttendees()
                        .get(0)
                        .getParticipationStatus()
                        .getValue())
                .isEqualTo("NEEDS-ACTION");
        sameAsInTheMail(token, event, sme, 0);

        story.answer(event, sme, Answer.MAYBE);
        sameAsInTheMail(token, event, sme, 1);
        story.answer(event, sme, Answer.YES);
        sameAsInTheMail(token, event, sme, 2);
        assertThat(only(read(token))
                        .getAttendees()
                        .get(0)
                        .getParticipationStatus()
                        .getValue())
                .isEqualTo("ACCEPTED");

        rig.as(
                story.pm,
                () -> rig.get(PlanEvent.class)
                        .change(
                                event.publicId(),
                                (int) rig.count("select version from event where id = ?1", event.id()),
                                story.plan("America/New_York", MARCH.plusDays(7))));
        sameAsInTheMail(token, story.card(event.publicId()), sme, 3);
        rig.as(
                story.pm,
                () -> rig.get(CancelEvent.class)
                        .cancel(new CancelEvent.Cancellation(event.publicId(), "Nobody may travel.")));
        sameAsInTheMail(token, event, sme, 4);
        assertThat(only(read(token)).getStatus().isCancelled()).isTrue();
    }

    private static void sameAsInTheMail(String token, EventCard event, Caller sme, int sequence) {
        long message = rig.count(
                "select max(id) from outbox_message where kind like 'invitation-%' and subject_id ="
                        + " (select id from invitation where public_id = ?1)",
                story.invitation(event, sme).toString());
        String mail = rig.get(OutboxQueries.class)
                .one(message)
                .orElseThrow()
                .mail()
                .calendars()
                .get(0)
                .content();
        VEvent mailed = Biweekly.parse(mail).first().getEvents().get(0);
        VEvent fed = only(read(token));
        assertThat(facts(fed)).isEqualTo(facts(mailed));
        assertThat(fed.getSequence().getValue()).isEqualTo(sequence);
        assertThat(zones(content(token))).isEqualTo(zones(mail)).hasSize(1);
    }

    private static List<Object> facts(VEvent event) {
        return List.of(
                event.getUid().getValue(),
                event.getSequence().getValue(),
                event.getStatus().getValue(),
                event.getSummary().getValue(),
                event.getLocation().getValue(),
                event.getDateStart().getValue(),
                event.getDateEnd().getValue(),
                event.getRecurrenceRule().getValue(),
                event.getAttendees().get(0).getEmail(),
                event.getAttendees().get(0).getParticipationStatus().getValue());
    }

    /** What the stream says of its zones, line by line. */
    private static List<String> zones(String content) {
        List<String> zones = new ArrayList<>();
        int from = content.indexOf("BEGIN:VTIMEZONE");
        while (from >= 0) {
            int to = content.indexOf("END:VTIMEZONE", from);
            zones.add(content.substring(from, to).replace("\r", ""));
            from = content.indexOf("BEGIN:VTIMEZONE", to);
        }
        return zones;
    }

    @Test
    void aNoAWithdrawnAndAnUnsentInvitationAreNotInIt_R2_6() {
        Caller sme = story.sme("Ana Rocha", "Europe/Lisbon");
        String token = story.feed(sme, FeedKind.OWN);
        EventCard declined = story.event("Europe/Lisbon", MARCH);
        story.invite(declined, sme);
        assertThat(read(token).getEvents()).hasSize(1);
        story.answer(declined, sme, Answer.NO);
        EventCard withdrawn = story.event("Europe/Lisbon", MARCH);
        story.invite(withdrawn, sme);
        rig.as(
                story.pm,
                () -> rig.get(WithdrawInvitation.class)
                        .withdraw(new WithdrawInvitation.Withdrawal(story.invitation(withdrawn, sme), "Too many.")));
        story.queue(story.event("Europe/Lisbon", MARCH), sme);
        EventCard postponed = story.event("Europe/Lisbon", MARCH);
        rig.update("update event set status = 'POSTPONED' where id = ?1", postponed.id());
        rig.update("""
                insert into invitation (public_id, event_id, sme_id, status, wave, nonce, created_at)
                select uuid(), ?1, id, 'SENT', 1, 'x', created_at from sme where account_id = ?2""", postponed.id(), sme.accountId());

        assertThat(read(token).getEvents()).isEmpty();
    }

    @Test
    void theMeetingLinkStandsThereAfterAYesAndNoLinkAnswersForTheSme_R3_4() {
        Caller sme = story.sme("Ben Sato", "Asia/Tokyo");
        EventCard event = story.event("Europe/Lisbon", MARCH);
        story.invite(event, sme);
        String token = story.feed(sme, FeedKind.OWN);
        assertThat(content(token)).doesNotContain("meet.example.org", "/rsvp/");

        story.answer(event, sme, Answer.YES);
        assertThat(content(token))
                .contains("LOCATION:https://meet.example.org/room")
                .doesNotContain("/rsvp/");
        assertThat(only(read(token)).getDescription().getValue())
                .contains("/app/invitations/my-event/" + story.invitation(event, sme));
    }

    @Test
    void whatWasCancelledStaysAMonthAndThePastAYear_R2_6() {
        Caller sme = story.sme("Carla Diaz", "America/Phoenix");
        EventCard held = story.event("Europe/Lisbon", MARCH);
        EventCard cancelled = story.event("Europe/Lisbon", MARCH);
        List.of(held, cancelled).forEach(event -> story.invite(event, sme));
        String token = story.feed(sme, FeedKind.OWN);
        rig.update("update event set status = 'CANCELLED' where id = ?1", cancelled.id());

        rig.clock().set(cancelled.endsAt().plus(Duration.ofDays(29)));
        assertThat(read(token).getEvents()).hasSize(2);
        rig.clock().set(cancelled.endsAt().plus(Duration.ofDays(31)));
        assertThat(only(read(token)).getSummary().getValue()).isEqualTo(held.title());
        rig.clock().set(held.endsAt().plus(Duration.ofDays(367)));
        assertThat(read(token).getEvents()).isEmpty();
    }

    @Test
    void theProgrammeFeedHasEveryEventButDraftsAndNoLinkOrName_R2_6() {
        Caller sme = story.sme("Dan Okafor", "Africa/Lagos");
        EventCard event = story.event("Europe/Lisbon", MARCH);
        story.invite(event, sme);
        EventCard draft = story.event("Europe/Lisbon", MARCH, false);
        String token = story.feed(story.pm, FeedKind.PROGRAMME);
        ICalendar feed = read(token);

        assertThat(feed.getEvents())
                .extracting(one -> one.getUid().getValue())
                .contains(event.publicId() + "@portal.example.org")
                .doesNotContain(draft.publicId() + "@portal.example.org")
                .doesNotHaveDuplicates();
        assertThat(content(token))
                .contains(
                        "METHOD:PUBLISH",
                        "X-WR-CALNAME:",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                        "X-PUBLISHED-TTL:PT1H")
                .doesNotContain("METHOD:REQUEST", "meet.example.org", "ATTENDEE", "Okafor");
        assertThat(zones(content(token)).stream().distinct()).hasSameSizeAs(zones(content(token)));
    }

    @Test
    void anAddressEndsWhenItIsRenewedOrRevokedOrItsOwnerMayNotSeeTheFeedAnyMore_R2_6() {
        Caller sme = story.sme("Eva Lund", "Europe/Oslo");
        String first = story.feed(sme, FeedKind.OWN);
        assertThat(story.feed(sme, FeedKind.OWN)).as("making it twice").isEqualTo(first);
        rig.as(sme, () -> rig.get(KeepFeed.class).renew(new KeepFeed.Command(FeedKind.OWN)));
        String second = story.token(sme, FeedKind.OWN);
        assertThat(opens(first)).isFalse();
        assertThat(opens(second)).isTrue();
        assertThat(opens(second.substring(0, second.length() - 1) + "x")).isFalse();
        assertThat(opens("")).isFalse();

        rig.update("update account set state = 'CLOSED' where id = ?1", sme.accountId());
        assertThat(opens(second)).isFalse();
        rig.update("update account set state = 'ACTIVE' where id = ?1", sme.accountId());
        rig.update("update account_role set role = 'PM' where account_id = ?1", sme.accountId());
        assertThat(opens(second)).isFalse();
        rig.update("update account_role set role = 'SME' where account_id = ?1", sme.accountId());
        assertThat(opens(second)).isTrue();

        rig.as(sme, () -> rig.get(KeepFeed.class).revoke(new KeepFeed.Command(FeedKind.OWN)));
        assertThat(opens(second)).isFalse();
        String third = story.feed(sme, FeedKind.OWN);
        assertThat(opens(second)).isFalse();
        assertThat(opens(third)).isTrue();
        assertThatThrownBy(() -> story.feed(sme, FeedKind.PROGRAMME)).isInstanceOf(Forbidden.class);
    }

    @Test
    void theTrailKeepsTheActsAndNoTokenOfThem() {
        Caller sme = story.sme("Finn Aalto", "Europe/Helsinki");
        String token = story.feed(sme, FeedKind.OWN);
        assertThat(rig.rows("select nonce from calendar_feed"))
                .as("what is stored opens nothing")
                .isNotEmpty()
                .map(Object::toString)
                .noneMatch(FeedQueriesIT::opens);
        rig.as(sme, () -> rig.get(KeepFeed.class).revoke(new KeepFeed.Command(FeedKind.OWN)));

        List<?> acts = rig.rows(
                "select concat_ws(' ', act, subject, detail) from audit_entry where actor_id = ?1 order by id",
                sme.accountId());
        assertThat(acts)
                .map(Object::toString)
                .containsExactly("KeepFeed.make calendar feed:OWN", "KeepFeed.revoke calendar feed:OWN")
                .noneMatch(act -> act.contains(token));
    }

    @Test
    void readingAFeedChangesNothingAndReadsTheSame() {
        Caller sme = story.sme("Gil Amar", "Asia/Jerusalem");
        story.invite(story.event("Europe/Lisbon", MARCH), sme);
        String token = story.feed(sme, FeedKind.OWN);
        String before = checksums();
        String content = content(token);
        rig.clock().set(CalendarStory.BEGIN.plus(Duration.ofHours(5)));

        assertThat(content(token)).isEqualTo(content);
        assertThat(checksums()).isEqualTo(before);
    }

    @Test
    void bothFeedsNeedTheSameFewStatementsForTenAndForAThousandEvents() {
        Caller sme = story.sme("Hana Kim", "Asia/Seoul");
        story.invite(story.event("Europe/Lisbon", MARCH), sme);
        String own = story.feed(sme, FeedKind.OWN);
        String programme = story.feed(story.pm, FeedKind.PROGRAMME);
        int ownFew = statements(own);
        int programmeFew = statements(programme);
        story.manyEvents(sme);
        try {
            assertThat(read(own).getEvents()).hasSize(1001);
            assertThat(statements(own)).isEqualTo(ownFew).isLessThanOrEqualTo(8);
            assertThat(statements(programme)).isEqualTo(programmeFew).isLessThanOrEqualTo(8);
        } finally {
            story.forgetMany();
        }
    }

    private static int statements(String token) {
        rig.statements().reset();
        content(token);
        return rig.statements().count();
    }

    private static String checksums() {
        return rig
                .rows("checksum table calendar_feed, invitation, event, account, audit_entry, outbox_message")
                .stream()
                .map(row -> String.valueOf(((Object[]) row)[1]))
                .toList()
                .toString();
    }

    private static boolean opens(String token) {
        return rig.get(FeedQueries.class).content(token).isPresent();
    }

    private static String content(String token) {
        return rig.get(FeedQueries.class).content(token).orElseThrow();
    }

    private static ICalendar read(String token) {
        List<ICalendar> all = Biweekly.parse(content(token)).all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static VEvent only(ICalendar calendar) {
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().get(0);
    }

    private static List<Instant> starts(VEvent event, String zone) {
        List<Instant> starts = new ArrayList<>();
        DateIterator dates = event.getDateIterator(TimeZone.getTimeZone(ZoneId.of(zone)));
        dates.forEachRemaining(date -> starts.add(date.toInstant()));
        return starts;
    }
}
