package org.smeportal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventKind;
import org.smeportal.invitations.Answer;
import org.smeportal.invitations.InvitationStatus;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** What stands in the calendar of whom (R2.6), with few statements at any size. */
class CalendarQueriesIT {
    private static final Instant FROM = Instant.parse("2020-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2020-04-01T00:00:00Z");
    private static Rig rig;
    private static CalendarStory story;
    private static CalendarQueries calendar;

    @BeforeAll
    static void start() {
        rig = Rig.start(CalendarStory.BEGIN);
        story = new CalendarStory(rig);
        calendar = rig.get(CalendarQueries.class);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void plannersSeeEveryEventThatTouchesTheTimeWithItsHoursAndByKind_R2_6() {
        EventCard over = story.event("Europe/Lisbon", LocalDate.of(2020, 2, 27));
        EventCard across = story.event("Europe/Lisbon", LocalDate.of(2020, 2, 29));
        EventCard draft = story.event("Asia/Kathmandu", LocalDate.of(2020, 3, 10), false);
        EventCard later = story.event("Europe/Lisbon", LocalDate.of(2020, 4, 2));

        List<CalendarEvent> events = calendar.programme(FROM, UNTIL, CalendarQueries.Filter.ALL);

        assertThat(events)
                .extracting(CalendarEvent::publicId)
                .containsSubsequence(across.publicId(), draft.publicId())
                .doesNotContain(over.publicId(), later.publicId());
        assertThat(events)
                .filteredOn(event -> event.publicId().equals(across.publicId()))
                .singleElement()
                .satisfies(event -> assertThat(event.sessions()).hasSize(2));
        assertThat(calendar.programme(FROM, UNTIL, new CalendarQueries.Filter(null, EventKind.WORKSHOP)))
                .isEmpty();
        assertThat(calendar.programme(FROM, UNTIL, new CalendarQueries.Filter(99L, null)))
                .isEmpty();
    }

    @Test
    void anSmeSeesWhatTheyAreInvitedToAndNothingOfOthers_R2_6() {
        Caller noor = story.sme("Noor Haddad", "Europe/Lisbon");
        Caller ana = story.sme("Ana Rocha", "Europe/Lisbon");
        EventCard open = story.event("Europe/Lisbon", LocalDate.of(2020, 3, 10));
        EventCard accepted = story.event("Europe/Lisbon", LocalDate.of(2020, 3, 12));
        EventCard declined = story.event("Europe/Lisbon", LocalDate.of(2020, 3, 14));
        List.of(open, accepted, declined).forEach(event -> story.invite(event, noor));
        story.answer(accepted, noor, Answer.YES);
        story.answer(declined, noor, Answer.NO);
        story.invite(accepted, ana);
        story.answer(accepted, ana, Answer.YES);

        assertThat(own(noor))
                .extracting(CalendarEvent::answer)
                .containsExactly(InvitationStatus.SENT, InvitationStatus.ACCEPTED);
        assertThat(own(noor))
                .extracting(CalendarEvent::invitation)
                .containsExactly(story.invitation(open, noor), story.invitation(accepted, noor));
        assertThat(own(ana)).extracting(CalendarEvent::answer).containsExactly(InvitationStatus.WAITLISTED);
        assertThat(own(story.pm)).isEmpty();
    }

    @Test
    void everyViewNeedsTheSameFewStatementsForTenAndForAThousandEvents() {
        Caller sme = story.sme("Hana Kim", "Asia/Seoul");
        story.invite(story.event("Europe/Lisbon", LocalDate.of(2020, 3, 10)), sme);
        int programme = statements(() -> calendar.programme(FROM, UNTIL, CalendarQueries.Filter.ALL));
        int own = statements(() -> own(sme));
        int year = statements(() -> calendar.year(2020));
        story.manyEvents(sme);
        try {
            Instant begin = CalendarStory.BEGIN;
            Instant end = begin.plus(Duration.ofDays(90));
            assertThat(calendar.programme(begin, end, CalendarQueries.Filter.ALL))
                    .hasSize(CalendarQueries.MOST);
            assertThat(statements(() -> calendar.programme(begin, end, CalendarQueries.Filter.ALL)))
                    .isEqualTo(programme)
                    .isLessThanOrEqualTo(3);
            assertThat(statements(() -> calendar.own(id(sme), begin, end))).isEqualTo(own);
            assertThat(statements(() -> calendar.year(2020))).isEqualTo(year);
        } finally {
            story.forgetMany();
        }
    }

    private static int statements(Runnable read) {
        rig.statements().reset();
        read.run();
        return rig.statements().count();
    }

    private static List<CalendarEvent> own(Caller of) {
        return calendar.own(id(of), FROM, UNTIL);
    }

    private static long id(Caller of) {
        return of.accountId() == null ? 0 : of.accountId();
    }
}
