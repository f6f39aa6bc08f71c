package org.smeportal.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.online.OnlineStory.Member;
import org.smeportal.platform.Sql;
import org.smeportal.testing.Rig;

/** Follow-up calls (R4.6): a mail with the calendar entry each time, read by a parser that did not write it. */
class BookCallIT {

    private static final String LINK = "https://meet.example.org/help?a=1&b=2";

    private static Rig rig;
    private static OnlineStory story;
    private static Member noor;
    private static UUID event;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        story = new OnlineStory(rig);
        noor = story.member("Noor “N” O’Haddad; & <b>", "America/New_York");
        event = story.event("2020-03-09", noor);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void begin() {
        rig.update("delete from outbox_message");
        rig.clock().set(Instant.parse("2020-03-05T09:00:00Z"));
    }

    /** The PM sits in Berlin, the SME in New York; on 9 March 2020 only New York has changed its clocks. */
    @Test
    void aBookedCallIsARequestInTheZoneOfTheHostWithBothZonesInTheText_R4_6_R2_3() {
        UUID call = book(UUID.randomUUID(), Instant.parse("2020-03-09T14:00:00Z"), 15);
        Mail mail = mails().get(0);
        assertThat(mail.subject()).isEqualTo("Call with Priya Nair on Mon 9 Mar 2020, 10:00");
        assertThat(mail.text())
                .contains("Mon 9 Mar 2020, 10:00–10:15 New York", "Mon 9 Mar 2020, 15:00–15:15 Berlin", LINK);
        assertThat(mail.html()).contains("O’Haddad; &amp; &lt;b&gt;").doesNotContain("<b>");
        assertThat(mail.calendars().get(0).method()).isEqualTo("REQUEST");
        assertThat(mail.calendars().get(0).content())
                .contains("METHOD:REQUEST\r\n", "BEGIN:VTIMEZONE\r\n", "DTSTART;TZID=Europe/Berlin:20200309T150000");
        VEvent entry = entry(mail);
        assertThat(entry.getUid().getValue()).isEqualTo(call + "@portal.example.org");
        assertThat(entry.getSequence().getValue()).isZero();
        assertThat(entry.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2020-03-09T14:00:00Z"));
        assertThat(entry.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2020-03-09T14:15:00Z"));
        assertThat(entry.getLocation().getValue()).isEqualTo(LINK);
        assertThat(entry.getAttendees())
                .singleElement()
                .satisfies(attendee -> assertThat(attendee.getEmail()).isEqualTo(recipient()));
        assertThat(rig.get(CallQueries.class).coming(smeId()))
                .extracting(CallQueries.Call::id)
                .contains(call);
        assertThat(story.day(event, noor).calls())
                .extracting(CallQueries.Call::id)
                .contains(call);
    }

    @Test
    void movingAndCancellingSendTheSameUidWithAHigherSequence_R4_6() {
        UUID call = book(UUID.randomUUID(), Instant.parse("2020-03-10T14:00:00Z"), 15);
        mailsLeave();
        move(call, Instant.parse("2020-03-31T14:00:00Z"), 30);
        Mail moved = mails().get(1);
        assertThat(moved.subject()).isEqualTo("Call with Priya Nair moved to Tue 31 Mar 2020, 10:00");
        assertThat(moved.calendars().get(0).content()).contains("DTSTART;TZID=Europe/Berlin:20200331T160000");
        mailsLeave();
        cancel(call, "Ill, sorry");
        Mail cancelled = mails().get(2);
        assertThat(cancelled.text()).contains("Reason: Ill, sorry").doesNotContain("Join ");
        assertThat(cancelled.calendars().get(0).method()).isEqualTo("CANCEL");
        assertThat(entry(cancelled).getStatus().isCancelled()).isTrue();
        assertThat(mails().stream().map(BookCallIT::entry))
                .extracting(
                        one -> one.getUid().getValue() + " " + one.getSequence().getValue())
                .containsExactly(
                        call + "@portal.example.org 0", call + "@portal.example.org 1", call + "@portal.example.org 2");
        assertThat(rig.get(CallQueries.class).coming(smeId()))
                .extracting(CallQueries.Call::id)
                .doesNotContain(call);
        assertThatThrownBy(() -> move(call, Instant.parse("2020-04-01T14:00:00Z"), 30))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("online.refused.callCancelled");
    }

    @Test
    void whatDidNotLeaveYetIsTakenBackSoNobodyReadsWhatIsNotSo_R4_6() {
        UUID call = book(UUID.randomUUID(), Instant.parse("2020-03-11T14:00:00Z"), 15);
        move(call, Instant.parse("2020-03-12T14:00:00Z"), 15);
        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("Call with Priya Nair on Thu 12 Mar");
            assertThat(entry(mail).getSequence().getValue()).isEqualTo(1);
        });
        cancel(call, null);
        assertThat(mails()).isEmpty();
    }

    @Test
    void theSameFormTwiceBooksOnceAndAMoveToTheSameTimeSaysNothing_R4_6() {
        UUID form = UUID.randomUUID();
        Instant at = Instant.parse("2020-03-13T14:00:00Z");
        UUID call = book(form, at, 20);
        assertThat(book(form, at, 20)).isEqualTo(call);
        move(call, at, 20);
        cancel(call, null);
        cancel(call, null);
        assertThat(mails()).isEmpty();
        assertThat(rig.count("select count(*) from follow_up_call where form_key = ?1", form.toString()))
                .isEqualTo(1);
    }

    @Test
    void tamperedIdsPastTimesOddLengthsAndForeignLinksBookNothing_R4_6() {
        Member stranger = story.member("Stranger", "Europe/Lisbon");
        UUID other = story.event("2020-03-16", stranger);
        UUID foreign = story.ask(stranger, other, "Elsewhere");
        long before = rig.count("select count(*) from follow_up_call");
        Instant later = Instant.parse("2020-03-17T14:00:00Z");
        refused("online.refused.noSeat", booking(stranger.sme(), null, later, 15, LINK));
        refused("online.refused.callPast", booking(noor.sme(), null, Instant.parse("2020-03-05T09:00:00Z"), 15, LINK));
        refused("online.refused.minutes", booking(noor.sme(), null, later, 4, LINK));
        refused("online.refused.minutes", booking(noor.sme(), null, later, 241, LINK));
        refused("online.refused.link", booking(noor.sme(), null, later, 15, "http://meet.example.org"));
        assertThatThrownBy(() -> book(booking(noor.sme(), foreign, later, 15, LINK)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> book(booking(UUID.randomUUID(), null, later, 15, LINK)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rig.as(
                        noor.caller(), () -> rig.get(BookCall.class).book(booking(noor.sme(), null, later, 15, LINK))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> cancel(UUID.randomUUID(), null)).isInstanceOf(NotFound.class);
        assertThat(rig.count("select count(*) from follow_up_call")).isEqualTo(before);
        assertThat(mails()).isEmpty();
    }

    @Test
    void aCallThatIsOverStaysAsItWas_R4_6() {
        UUID call = book(UUID.randomUUID(), Instant.parse("2020-03-18T14:00:00Z"), 15);
        mailsLeave();
        rig.clock().set(Instant.parse("2020-03-18T14:15:00Z"));
        assertThatThrownBy(() -> cancel(call, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("online.refused.callOver");
        assertThat(rig.get(CallQueries.class).coming(smeId()))
                .extracting(CallQueries.Call::id)
                .doesNotContain(call);
    }

    private static void refused(String key, BookCall.Booking booking) {
        assertThatThrownBy(() -> book(booking)).isInstanceOf(Refused.class).hasMessageContaining(key);
    }

    private static BookCall.Booking booking(UUID sme, UUID request, Instant at, int minutes, String link) {
        return new BookCall.Booking(event, sme, request, UUID.randomUUID(), at, minutes, link);
    }

    private static void book(BookCall.Booking booking) {
        rig.as(story.pm, () -> rig.get(BookCall.class).book(booking));
    }

    private static UUID book(UUID form, Instant at, int minutes) {
        book(new BookCall.Booking(event, noor.sme(), null, form, at, minutes, LINK));
        return story.uuid("select public_id from follow_up_call where form_key = ?1", form.toString());
    }

    private static void move(UUID call, Instant at, int minutes) {
        rig.as(story.pm, () -> rig.get(BookCall.class).move(new BookCall.Move(call, at, minutes, LINK)));
    }

    private static void cancel(UUID call, String reason) {
        rig.as(story.pm, () -> rig.get(BookCall.class).cancel(new BookCall.Cancellation(call, reason)));
    }

    private static void mailsLeave() {
        rig.update("update outbox_message set state = 'SENT', sent_at = now(6) where state = 'QUEUED'");
    }

    private static List<Mail> mails() {
        return rig.rows("select id from outbox_message order by id").stream()
                .map(id -> rig.get(OutboxQueries.class)
                        .one(Sql.number(id))
                        .orElseThrow()
                        .mail())
                .toList();
    }

    private static VEvent entry(Mail mail) {
        List<ICalendar> all = Biweekly.parse(mail.calendars().get(0).content()).all();
        assertThat(all).hasSize(1);
        assertThat(all.get(0).getEvents()).hasSize(1);
        return all.get(0).getEvents().get(0);
    }

    private static String recipient() {
        return (String) rig.rows(
                        "select email from sme where public_id = ?1", noor.sme().toString())
                .get(0);
    }

    private static long smeId() {
        return story.workshops.smeId(noor.sme());
    }
}
