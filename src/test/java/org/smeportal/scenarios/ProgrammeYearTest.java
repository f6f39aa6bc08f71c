package org.smeportal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.ProgrammeYear;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.testing.Rig;

/** The year 2020 as it was lived, and the present that the demo shows beside it. */
class ProgrammeYearTest {
    private static Rig rig;

    @BeforeAll
    static void live() {
        rig = Rig.start(Instant.parse("2020-01-07T09:00:00Z"));
        ProgrammeYear year = new ProgrammeYear(rig);
        year.begin();
        year.yearOf2020();
        year.present(Instant.parse("2026-11-24T10:00:00Z"));
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    @Test
    void aboutSixtyPeopleFromTwentyCountriesAndMore() {
        assertThat(rig.count("select count(*) from sme")).isBetween(58L, 65L);
        assertThat(rig.count("select count(distinct country) from sme")).isGreaterThan(20);
    }

    @Test
    void twentyEightEventsWereHeldAndTheirAttendanceIsClosed() {
        assertThat(rig.count("select count(*) from event where status = 'COMPLETED' and year(starts_at) = 2020"))
                .isEqualTo(27);
        assertThat(rig.count("select count(*) from event where status = 'COMPLETED' and year(starts_at) = 2019"))
                .isEqualTo(1);
    }

    /** R2.4: in March every event until the end of May went virtual in one change; each SME had one mail about it. */
    @Test
    void theSpringWentVirtualInOneStepAndEverybodyHadOneMail() {
        assertThat(rig.rows("select kind, modality, state from event_change"))
                .singleElement()
                .isEqualTo(new Object[] {"MODALITY", "VIRTUAL", "DONE"});
        assertThat(rig.count(
                        "select count(*) from event_change_part where was_modality = 'IN_PERSON' and left_out is null"))
                .isEqualTo(7);
        assertThat(rig.rows("""
                        select e.title from event e where e.starts_at between '2020-03-15' and '2020-06-01'
                            and e.modality <> 'VIRTUAL'""")).isEmpty();
        assertThat(rig.rows("""
                        select recipient from outbox_message where kind = 'event-change'
                        group by recipient having count(*) <> 1""")).isEmpty();
        assertThat(rig.count("select count(*) from outbox_message where kind = 'event-change'"))
                .isEqualTo(rig.count("select people from event_change"))
                .isGreaterThan(30);
        long most = rig.get(OutboxQueries.class)
                .one(rig.count("""
                        select id from outbox_message where kind = 'event-change'
                        order by char_length(parameters) desc limit 1"""))
                .orElseThrow()
                .mail()
                .calendars()
                .size();
        assertThat(most).as("events in one mail").isGreaterThan(2);
    }

    /** R8.3 as the issue tells it: over twenty events, Nashville first, the December special last. */
    @Test
    void theYearOfTheDemosSmeBeginsInNashvilleAndEndsBeforeChristmas() {
        List<?> attended = rig.rows("""
                select e.title from attendance_result r join event e on e.id = r.event_id join sme s on s.id = r.sme_id
                where s.email = 'sme@example.org' and r.result = 'ATTENDED' and year(e.starts_at) = 2020
                order by e.starts_at""");
        assertThat(attended).hasSizeGreaterThan(20);
        assertThat(attended.get(0)).isEqualTo("Solutions Architect Professional, item writing");
        assertThat(attended.get(attended.size() - 1)).isEqualTo("Special workshop before Christmas");
    }

    /** R4.3: earned with Nashville in February, awarded in April when the workshop of 2019 was taken over. */
    @Test
    void theBadgeOfTheDemosSmeWasEarnedInFebruaryAndAwardedInApril() {
        assertThat(rig.rows("""
                        select cast(a.earned_on as char), date_format(a.awarded_at, '%Y-%m'), a.state from award a
                        join sme s on s.id = a.sme_id where s.email = 'sme@example.org'""")).singleElement().isEqualTo(new Object[] {"2020-02-20", "2020-04", "ACTIVE"});
    }

    @Test
    void theNewcomerHasAttendedOneWorkshopAndHasNoBadgeYet() {
        assertThat(rig.count("""
                        select count(*) from attendance_result r join event e on e.id = r.event_id join sme s on s.id = r.sme_id
                        where s.email = 'newcomer@example.org' and e.kind = 'WORKSHOP' and r.result = 'ATTENDED'""")).isEqualTo(1);
        assertThat(
                        rig.count(
                                "select count(*) from award a join sme s on s.id = a.sme_id where s.email = 'newcomer@example.org'"))
                .isZero();
    }

    /** R3.6: never more seats taken than there are, and the counters are those of the rows. */
    @Test
    void noSeatWasSoldTwice() {
        assertThat(rig.rows("""
                        select p.id from seat_pool p where p.taken > p.capacity
                           or p.taken <> (select count(*) from invitation i where i.seat_pool_id = p.id and i.holds_seat)
                           or p.waiting <> (select count(*) from invitation i where i.seat_pool_id = p.id and i.status = 'WAITLISTED')""")).isEmpty();
    }

    @Test
    void thePresentHasFourComingEventsAWaitlistAndOpenInvitations() {
        assertThat(rig.count("select count(*) from event where starts_at > '2026-11-24'"))
                .isEqualTo(4);
        assertThat(rig.count("select count(*) from invitation where status = 'WAITLISTED'"))
                .isPositive();
        assertThat(rig.count("""
                        select count(*) from invitation i join sme s on s.id = i.sme_id
                        where s.email = 'sme@example.org' and i.status = 'SENT'""")).isPositive();
    }

    @Test
    void everyMailOfTheYearLeftOnce() {
        assertThat(rig.count("select count(*) from outbox_message where state <> 'KEPT'"))
                .isZero();
        assertThat(rig.count("select count(*) from invitation where sent_at is null"))
                .isZero();
    }

    /** R5.1–R5.3: in Nashville items were begun, one was taken back, one was left alone; the present has all that writing has. */
    @Test
    void itemsAreWrittenInWorkshopsAndReviewedBlind() {
        assertThat(rig.rows("""
                        select i.ending from item i join event e on e.id = i.event_id
                        where year(e.starts_at) = 2020 and i.status = 'REJECTED' order by i.ending""")).isEqualTo(List.of("ABANDONED", "WITHDRAWN"));
        assertThat(rig.rows("""
                        select i.status from item i join event e on e.id = i.event_id
                        where year(e.starts_at) = 2026 group by i.status order by i.status""")).isEqualTo(List.of("DRAFT", "IN_REVIEW", "QC1", "REJECTED", "REVISION", "SUBMITTED"));
        assertThat(rig.count("""
                        select count(*) from item_author a join sme s on s.id = a.sme_id join item i on i.id = a.item_id
                        where s.email = 'sme@example.org' and i.status = 'DRAFT'""")).as("one that came back, one half written").isEqualTo(2);
        assertThat(rig.count("select count(*) from item where status = 'SUBMITTED'"))
                .isGreaterThanOrEqualTo(3);
        assertThat(rig.rows("""
                        select n.outcome from review_entry n where n.state = 'DECIDED' and (select count(*) from verdict v
                            where v.entry_id = n.id) >= 3 group by n.outcome order by n.outcome""")).as("R6.2").isEqualTo(List.of("ACCEPT", "REVISE"));
        assertThat(rig.count("select count(*) from item where editorial_revision is not null"))
                .as("a change that an editor has to look at")
                .isEqualTo(1);
        assertThat(rig.rows("select distinct rule from revision_finding where waiver is not null"))
                .as("what authors left as it is, with a reason (R5.2)")
                .isEqualTo(List.of("L1"));
    }
}
