package org.smeportal.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.badges.AwardQueries;
import org.smeportal.demo.ProgrammeYear;
import org.smeportal.feedback.FeedbackQueries;
import org.smeportal.invitations.AnswerGroup;
import org.smeportal.invitations.ComingAnswers;
import org.smeportal.invitations.OwnInvitations;
import org.smeportal.kernel.PageRequest;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.online.CallQueries;
import org.smeportal.pipeline.ForecastQueries;
import org.smeportal.reviews.ReviewerQueries;
import org.smeportal.security.Role;
import org.smeportal.tasks.TaskQueries;
import org.smeportal.testing.Rig;
import org.smeportal.years.ProgrammeYears;
import org.smeportal.years.YearQueries;

/** The homes (R8.1, R8.2) of the demo's people: what needs them now, and how few statements tell it. */
class HomeIT {
    private static final Instant TODAY = Instant.parse("2026-11-24T10:00:00Z");
    private static Rig rig;

    @BeforeAll
    static void live() {
        rig = Rig.start();
        ProgrammeYear year = new ProgrammeYear(rig);
        year.begin();
        year.present(TODAY);
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    @Test
    void aProgrammeManagerSeesWhoAsksForHelpFirstThenTheOpenAttendanceThenWhoIsNotInvited() {
        assertThat(rig.get(ProgrammeQueries.class).needs(1, java.time.ZoneOffset.UTC))
                .extracting(ProgrammeQueries.Need::reason)
                .startsWith(ProgrammeQueries.Reason.HELP, ProgrammeQueries.Reason.CLOSE)
                .contains(ProgrammeQueries.Reason.INVITE);
    }

    @Test
    void applicantsPastTheirPromiseAndThoseThatWaitForOnesScoreAreNamedWithTheirNumber() {
        assertThat(rig.get(ProgrammeQueries.class).needs(1, java.time.ZoneOffset.UTC))
                .filteredOn(need -> need.event() == null)
                .extracting(ProgrammeQueries.Need::reason, ProgrammeQueries.Need::free)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(ProgrammeQueries.Reason.OVERDUE, (int)
                                rig.count("select count(*) from application where state in"
                                        + " ('SUBMITTED', 'IN_REVIEW') and promised_on < '2026-11-24'")),
                        org.assertj.core.api.Assertions.tuple(ProgrammeQueries.Reason.SCORE, (int)
                                rig.count("select count(*) from application where state in"
                                        + " ('SUBMITTED', 'IN_REVIEW') and scores_in < 2")));
    }

    @Test
    void theSeatsBesideTheNextEventsAreThoseOfThePools() {
        List<ProgrammeQueries.Coming> coming = rig.get(ProgrammeQueries.class).coming();
        assertThat(coming).hasSize(4).isSortedAccordingTo((a, b) -> a.startsAt().compareTo(b.startsAt()));
        assertThat(coming.stream().mapToInt(ProgrammeQueries.Coming::taken).sum())
                .isEqualTo(
                        (int)
                                rig.count(
                                        "select count(*) from invitation i join event e on e.id = i.event_id where i.holds_seat and e.starts_at > '2026-11-24'"));
    }

    @Test
    void theNumbersOfAnswersLeadToListsOfAsMany() {
        ProgrammeQueries.Answers counted = rig.get(ProgrammeQueries.class).answers();
        assertThat(total(AnswerGroup.ACCEPTED)).isEqualTo(counted.accepted()).isPositive();
        assertThat(total(AnswerGroup.OPEN)).isEqualTo(counted.open()).isPositive();
        assertThat(total(AnswerGroup.WAITING)).isEqualTo(counted.waiting()).isPositive();
        assertThat(total(AnswerGroup.DECLINED)).isEqualTo(counted.declined()).isPositive();
        rig.statements().reset();
        assertThat(rig.get(ComingAnswers.class)
                        .page(AnswerGroup.ACCEPTED, PageRequest.first())
                        .rows())
                .isNotEmpty()
                .isSortedAccordingTo((a, b) -> a.startsAt().compareTo(b.startsAt()));
        assertThat(rig.statements().count()).isEqualTo(2);
    }

    private static long total(AnswerGroup group) {
        return rig.get(ComingAnswers.class).page(group, PageRequest.first()).total();
    }

    @Test
    void bothHomesTakeTheSameStatementsForAThousandEvents() {
        long sme = rig.count("select id from sme where email = 'sme@example.org'");
        long account = rig.count("select account_id from sme where email = 'sme@example.org'");
        int programme = programmeStatements();
        int own = ownStatements(account, sme);
        for (int i = 0; i < 1000; i++) {
            rig.update("""
                    insert into event (public_id, kind, title, status, modality, zone, starts_at, ends_at, rsvp_deadline, lead_id, created_at)
                    select uuid(), 'WORKSHOP', ?1, if(?2 < 500, 'COMPLETED', 'INVITING'), 'VIRTUAL', 'Europe/Berlin',
                        timestampadd(day, ?2 - 500, '2026-11-24'), timestampadd(hour, 4, timestampadd(day, ?2 - 500, '2026-11-24')),
                        timestampadd(day, ?2 - 510, '2026-11-24'), min(id), '2026-01-01' from account""", "Event " + i, i);
        }
        rig.update("""
                insert into invitation (public_id, event_id, sme_id, status, wave, nonce, created_at)
                select uuid(), e.id, (select id from sme where email = 'sme@example.org'), 'SENT', 1, 'x', '2026-01-01'
                from event e where e.title like 'Event %'""");

        int programmeLater = programmeStatements();
        int ownLater = ownStatements(account, sme);
        rig.update("delete i from invitation i join event e on e.id = i.event_id where e.title like 'Event %'");
        rig.update("delete from event where title like 'Event %'");

        assertThat(programmeLater).isEqualTo(programme).isLessThanOrEqualTo(8);
        assertThat(ownLater).isEqualTo(own).isLessThanOrEqualTo(8);
    }

    private static int programmeStatements() {
        rig.statements().reset();
        rig.get(ProgrammeQueries.class).needs(1, java.time.ZoneOffset.UTC);
        rig.get(ProgrammeQueries.class).coming();
        rig.get(ProgrammeQueries.class).answers();
        rig.get(OutboxQueries.class).health();
        rig.get(ProgrammeYears.class).latest();
        rig.as(Rig.caller(1, "Somebody", "Europe/Berlin", Role.PM), () -> {
            rig.get(ReviewerQueries.class).load();
            return rig.get(ForecastQueries.class).exams();
        });
        return rig.statements().count();
    }

    private static int ownStatements(long account, long sme) {
        rig.statements().reset();
        rig.get(OwnInvitations.class).current(account);
        rig.get(AwardQueries.class).progress(sme);
        rig.get(OwnPast.class).of(sme, 6);
        rig.get(YearQueries.class).latest(sme);
        rig.get(TaskQueries.class).open(account, 6);
        rig.get(FeedbackQueries.class).due(account);
        rig.get(CallQueries.class).coming(sme);
        return rig.statements().count();
    }
}
