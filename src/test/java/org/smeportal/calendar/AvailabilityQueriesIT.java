package org.smeportal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventCard;
import org.smeportal.invitations.Answer;
import org.smeportal.profiles.KeepOwnProfile;
import org.smeportal.profiles.Limits;
import org.smeportal.profiles.TravelRadius;
import org.smeportal.security.Caller;
import org.smeportal.smes.AwayQueries;
import org.smeportal.smes.KeepOwnDays;
import org.smeportal.testing.Rig;

/** Days away, events and limits of an SME in one (R1.5), with few statements at any size. */
class AvailabilityQueriesIT {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static Rig rig;
    private static CalendarStory story;
    private static AvailabilityQueries availability;

    @BeforeAll
    static void start() {
        rig = Rig.start(CalendarStory.BEGIN);
        story = new CalendarStory(rig);
        availability = rig.get(AvailabilityQueries.class);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void anSmeSeesTheirDaysEventsAndHowMuchOfTheirLimitTheYearTook_R1_5() {
        Caller noor = story.sme("Noor Haddad", "Europe/Lisbon");
        EventCard yes = story.event("Europe/Lisbon", LocalDate.of(2020, 3, 12));
        EventCard open = story.event("Europe/Lisbon", LocalDate.of(2020, 4, 20));
        story.invite(yes, noor);
        story.invite(open, noor);
        story.answer(yes, noor, Answer.YES);
        rig.as(noor, () -> rig.get(KeepOwnProfile.class).limit(new Limits(6, TravelRadius.COUNTRY)));
        addDays(noor, "2020-03-13", "2020-03-20");

        AvailabilityQueries.Own own = own(noor);

        assertThat(own.away()).extracting(AwayQueries.Away::note).containsExactly("hut");
        assertThat(own.calendar().clashes()).singleElement().satisfies(clash -> {
            assertThat(clash.day()).isEqualTo(LocalDate.of(2020, 3, 13));
            assertThat(clash.event().path()).endsWith("/my-event/" + story.invitation(yes, noor));
        });
        assertThat(own.calendar().months().get(2).entries())
                .extracting(Availability.Entry::mark)
                .containsExactly(DayMark.ASKED);
        assertThat(own.limits()).isEqualTo(new Limits(6, TravelRadius.COUNTRY));
        assertThat(own.eventsThisYear()).isEqualTo(1);
        assertThat(own.year()).isEqualTo("2020");
    }

    @Test
    void aYesOnADayAwayBeyondTheMonthsShownIsFoundToo() {
        Caller far = story.sme("Eva Lind", "Europe/Stockholm");
        EventCard event = story.event("Europe/Lisbon", LocalDate.of(2020, 12, 10));
        story.invite(event, far);
        story.answer(event, far, Answer.YES);
        addDays(far, "2020-12-01", "2020-12-10");
        assertThat(own(far).calendar().clashes()).hasSize(1);
    }

    @Test
    void programmeManagersSeeTheSameDaysWithoutTheNotesAndLinksToTheirOwnPages() {
        Caller ana = story.sme("Ana Rocha", "Europe/Lisbon");
        EventCard event = story.event("Europe/Lisbon", LocalDate.of(2020, 3, 2));
        story.invite(event, ana);
        addDays(ana, "2020-03-13", "2020-03-14");
        UUID sme = sme(ana);

        Availability theirs = availability.of(sme, CalendarStory.BEGIN).orElseThrow();

        assertThat(theirs.months().get(1).entries())
                .extracting(Availability.Entry::mark, Availability.Entry::what)
                .containsExactly(tuple(DayMark.ASKED, event.title()), tuple(DayMark.AWAY, null));
        assertThat(theirs.months().get(1).entries().get(0).event().path())
                .isEqualTo("/app/events/event/" + event.publicId());
        rig.update("update sme set state = 'FORMER', account_id = null where public_id = ?1", sme.toString());
        assertThat(availability.of(sme, CalendarStory.BEGIN)).isEmpty();
        assertThat(availability.of(new UUID(0, 9), CalendarStory.BEGIN)).isEmpty();
    }

    @Test
    void theSameFewStatementsForTenAndForAThousandRows() {
        Caller sme = story.sme("Hana Kim", "Asia/Seoul");
        UUID id = sme(sme);
        story.invite(story.event("Europe/Lisbon", LocalDate.of(2020, 3, 10)), sme);
        manyDays(sme, 10);
        int own = statements(() -> own(sme));
        int theirs = statements(() -> availability.of(id, CalendarStory.BEGIN));
        manyDays(sme, 1000);
        story.manyEvents(sme);
        try {
            assertThat(statements(() -> own(sme))).isEqualTo(own).isLessThanOrEqualTo(5);
            assertThat(statements(() -> availability.of(id, CalendarStory.BEGIN)))
                    .isEqualTo(theirs)
                    .isLessThanOrEqualTo(3);
            assertThat(own(sme).eventsThisYear()).isEqualTo(1000);
            assertThat(own(sme).calendar().clashes()).isNotEmpty();
        } finally {
            story.forgetMany();
        }
    }

    private static void addDays(Caller sme, String first, String last) {
        rig.as(
                sme,
                () -> rig.get(KeepOwnDays.class)
                        .add(new KeepOwnDays.Days(LocalDate.parse(first), LocalDate.parse(last), "hut")));
    }

    private static void manyDays(Caller sme, int count) {
        rig.update("""
                insert into sme_blackout (public_id, sme_id, first_day, last_day)
                select uuid(), s.id, adddate('2020-02-01', seq), adddate('2020-02-02', seq)
                from sme s join seq_1_to_1000 where s.account_id = ?1 and seq <= ?2""", sme.accountId(), count);
    }

    private static int statements(Runnable read) {
        rig.statements().reset();
        read.run();
        return rig.statements().count();
    }

    private static AvailabilityQueries.Own own(Caller of) {
        return availability.own(of.accountId() == null ? 0 : of.accountId(), LISBON, CalendarStory.BEGIN);
    }

    private static UUID sme(Caller of) {
        return UUID.fromString((String) rig.rows("select public_id from sme where account_id = ?1", of.accountId())
                .get(0));
    }
}
