package org.smeportal.badges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.attendance.AttendanceResult;
import org.smeportal.attendance.BadgeForecast;
import org.smeportal.attendance.Workshops;
import org.smeportal.events.CancelEvent;
import org.smeportal.events.EventKind;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.testing.Rig;

/** R4.3, clause by clause. */
class AwardBadgesIT {

    private static final LocalDate FIRST = LocalDate.of(2020, 2, 10);
    private static final LocalDate SECOND = LocalDate.of(2020, 4, 20);
    private static final LocalDate THIRD = LocalDate.of(2020, 6, 15);
    private static Rig rig;
    private static Workshops workshops;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        workshops = new Workshops(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void theSecondAttendedWorkshopAwardsTheBadge_R4_3() {
        UUID noor = workshops.sme("Noor");
        workshops.attended(EventKind.WORKSHOP, FIRST, noor);
        assertThat(states(noor)).isEmpty();
        AwardQueries.Progress before = progress(noor);
        assertThat(before.counted() + " of " + before.required()).isEqualTo("1 of 2");
        assertThat(before.evidence()).hasSize(1);
        UUID second = workshops.attended(EventKind.WORKSHOP, SECOND, noor);
        assertThat(states(noor)).containsExactly("ACTIVE");
        assertThat(mails(noor)).containsExactly("badge-awarded");
        AwardQueries.Progress after = progress(noor);
        assertThat(after.isEarned()).isTrue();
        assertThat(after.earnedOn()).isEqualTo(SECOND);
        AwardQueries.Row row =
                rig.get(AwardQueries.class).byPublicId(after.award()).orElseThrow();
        assertThat(row.event()).isEqualTo(second);
        assertThat(row.awardedAt()).isEqualTo(rig.clock().instant());
    }

    @Test
    void aGroupReviewDoesNotCount_R4_3() {
        UUID noor = workshops.sme("Noor");
        workshops.attended(EventKind.WORKSHOP, FIRST, noor);
        workshops.attended(EventKind.GROUP_REVIEW, SECOND, noor);
        assertThat(states(noor)).isEmpty();
        workshops.attended(EventKind.WORKSHOP, THIRD, noor);
        assertThat(states(noor)).containsExactly("ACTIVE");
    }

    @Test
    void aCancelledEventDoesNotCount_R4_3() {
        UUID noor = workshops.sme("Noor");
        UUID cancelled = workshops.over(EventKind.WORKSHOP, FIRST, "Europe/Berlin", List.of(noor));
        workshops.present(cancelled, noor);
        workshops.byPm(() -> {
            rig.get(CancelEvent.class).cancel(new CancelEvent.Cancellation(cancelled, "The hotel burned"));
            return null;
        });
        rig.update("""
                insert into attendance_result (event_id, sme_id, result, minutes, entry_id)
                select event_id, sme_id, 'ATTENDED', 480, id from attendance_entry where event_id = ?1""", workshops.eventId(cancelled));
        workshops.attended(EventKind.WORKSHOP, SECOND, noor);
        assertThat(states(noor)).isEmpty();
    }

    @Test
    void partialExcusedAndNoShowDoNotCount_R4_3() {
        UUID noor = workshops.sme("Noor");
        workshops.attended(EventKind.WORKSHOP, FIRST, noor);
        UUID event = workshops.over(EventKind.WORKSHOP, SECOND, "Europe/Berlin", List.of(noor));
        workshops.close(event);
        assertThat(states(noor)).isEmpty();
        workshops.correct(event, noor, AttendanceResult.PARTIAL, "Came late");
        workshops.correct(event, noor, AttendanceResult.EXCUSED, "Was ill");
        assertThat(states(noor)).isEmpty();
        workshops.correct(event, noor, AttendanceResult.ATTENDED, "The list was wrong");
        assertThat(states(noor)).containsExactly("ACTIVE");
    }

    @Test
    void aCorrectionRevokesWithItsReasonAndEarningItAgainIsANewAward_R4_3() {
        UUID noor = workshops.sme("Noor");
        workshops.attended(EventKind.WORKSHOP, FIRST, noor);
        UUID second = workshops.attended(EventKind.WORKSHOP, SECOND, noor);
        assertThat(rig.get(BadgeForecast.class).wouldLose(workshops.eventId(second), workshops.smeId(noor)))
                .isTrue();
        workshops.correct(second, noor, AttendanceResult.NO_SHOW, "Mixed up with Nora");
        assertThat(workshops.lines(
                        "select state, revoked_reason, active_key from award where sme_id = ?1", workshops.smeId(noor)))
                .containsExactly("REVOKED Mixed up with Nora null");
        assertThat(mails(noor)).containsExactly("badge-awarded", "badge-revoked");
        assertThat(rig.get(BadgeForecast.class).wouldEarn(workshops.eventId(second), workshops.smeId(noor)))
                .isTrue();
        UUID third = workshops.attended(EventKind.WORKSHOP, THIRD, noor);
        assertThat(states(noor)).containsExactly("REVOKED", "ACTIVE");
        assertThat(progress(noor).earnedOn()).isEqualTo(THIRD);
        assertThat(rig.count("select count(distinct public_id) from award where sme_id = ?1", workshops.smeId(noor)))
                .isEqualTo(2);
        assertThat(mails(noor)).containsExactly("badge-awarded", "badge-revoked", "badge-awarded");
        assertThat(third).isNotEqualTo(second);
    }

    @Test
    void closingAndCorrectingAgainAndAgainAwardsExactlyOnce_R4_3() {
        UUID noor = workshops.sme("Noor");
        UUID first = workshops.attended(EventKind.WORKSHOP, FIRST, noor);
        workshops.attended(EventKind.WORKSHOP, SECOND, noor);
        UUID third = workshops.attended(EventKind.WORKSHOP, THIRD, noor);
        workshops.correct(third, noor, AttendanceResult.PARTIAL, "Left early");
        workshops.correct(third, noor, AttendanceResult.ATTENDED, "Did not leave early");
        workshops.correct(first, noor, AttendanceResult.PARTIAL, "Left early");
        workshops.correct(first, noor, AttendanceResult.ATTENDED, "Did not leave early");
        assertThatThrownBy(() -> workshops.close(third)).isInstanceOf(Refused.class);
        assertThat(states(noor)).containsExactly("ACTIVE");
        assertThat(mails(noor)).containsExactly("badge-awarded");
        assertThat(progress(noor).earnedOn()).isEqualTo(SECOND);
    }

    @Test
    void earnedOnIsTheDayInTheEventsZoneAndOfTheEventThatCompletedTheNumberInOrderOfTheirEnds_R4_3() {
        UUID noor = workshops.sme("Noor");
        // 17:00 in Honolulu is the next day in UTC and Berlin
        UUID late = workshops.over(EventKind.WORKSHOP, SECOND, "Pacific/Honolulu", List.of(noor));
        workshops.present(late, noor);
        workshops.close(late);
        workshops.attended(EventKind.WORKSHOP, FIRST, noor);
        assertThat(progress(noor).earnedOn()).isEqualTo(SECOND);
        assertThat(workshops.lines(
                        "select e.public_id from award a join event e on e.id = a.qualifying_event_id where a.sme_id = ?1",
                        workshops.smeId(noor)))
                .isEqualTo(List.of(late.toString()));
    }

    @Test
    void theRuleIsDataAndAChangedOneNeverRevokes_R4_3() {
        UUID noor = workshops.sme("Noor");
        UUID maya = workshops.sme("Maya");
        workshops.attended(EventKind.WORKSHOP, FIRST, noor, maya);
        UUID second = workshops.attended(EventKind.WORKSHOP, SECOND, noor);
        rig.update("update badge set required = 3, kinds = 'WORKSHOP,GROUP_REVIEW'");
        try {
            workshops.correct(second, noor, AttendanceResult.PARTIAL, "Left early");
            assertThat(states(noor)).containsExactly("REVOKED");
            workshops.correct(second, noor, AttendanceResult.ATTENDED, "Did not leave early");
            assertThat(states(noor)).containsExactly("REVOKED");
            workshops.attended(EventKind.GROUP_REVIEW, THIRD, noor, maya);
            assertThat(states(noor)).containsExactly("REVOKED", "ACTIVE");
            rig.update("update badge set required = 4");
            UUID fourth = workshops.over(EventKind.OTHER, THIRD.plusDays(3), "Europe/Berlin", List.of(noor));
            workshops.close(fourth);
            workshops.correct(fourth, noor, AttendanceResult.EXCUSED, "Was ill");
            assertThat(states(noor)).containsExactly("REVOKED", "ACTIVE");
            assertThat(states(maya)).isEmpty();
        } finally {
            rig.update("update badge set required = 2, kinds = 'WORKSHOP'");
        }
    }

    @Test
    void whatWasRevokedByHandIsNotGivenBackForTheSameWorkshops() {
        UUID noor = workshops.sme("Noor");
        UUID first = workshops.attended(EventKind.WORKSHOP, FIRST, noor);
        workshops.attended(EventKind.WORKSHOP, SECOND, noor);
        UUID award = progress(noor).award();
        assertThatThrownBy(() -> revoke(award, " ")).extracting("key").isEqualTo("badges.refused.noReason");
        revoke(award, "Shared items outside");
        assertThatThrownBy(() -> revoke(award, "Again")).extracting("key").isEqualTo("badges.refused.notActive");
        assertThat(mails(noor)).containsExactly("badge-awarded", "badge-revoked");
        workshops.correct(first, noor, AttendanceResult.PARTIAL, "Left early");
        workshops.correct(first, noor, AttendanceResult.ATTENDED, "Did not leave early");
        assertThat(states(noor)).containsExactly("REVOKED");
        LocalDate later = LocalDate.ofInstant(rig.clock().instant(), java.time.ZoneOffset.UTC)
                .plusDays(5);
        workshops.attended(EventKind.WORKSHOP, later, noor);
        assertThat(progress(noor).counted()).isEqualTo(1);
        workshops.attended(EventKind.WORKSHOP, later.plusDays(7), noor);
        assertThat(states(noor)).containsExactly("REVOKED", "ACTIVE");
    }

    @Test
    void bothMailsSayWhatHappenedAndLinkThePublicPage() {
        UUID noor = workshops.sme("Noor <b>Haddad</b>");
        workshops.attended(EventKind.WORKSHOP, FIRST, noor);
        UUID second = workshops.attended(EventKind.WORKSHOP, SECOND, noor);
        UUID award = progress(noor).award();
        workshops.correct(second, noor, AttendanceResult.NO_SHOW, "Mixed up with Nora");
        List<Mail> mails = composed(noor);
        assertThat(mails.get(0).subject()).isEqualTo("You earned the SME badge");
        assertThat(mails.get(0).text())
                .contains("https://portal.example.org/badges/" + award, "Monday 20 April 2020", "2 attended workshops");
        assertThat(mails.get(0).html()).contains("Noor &lt;b&gt;Haddad").doesNotContain("<b>Haddad");
        assertThat(mails.get(1).subject()).isEqualTo("Your SME badge was revoked");
        assertThat(mails.get(1).text()).contains("Reason: Mixed up with Nora");
    }

    private static List<Mail> composed(UUID sme) {
        return workshops
                .lines(
                        "select o.id from outbox_message o join sme s on s.email = o.recipient where s.public_id = ?1 and o.kind like 'badge-%' order by o.id",
                        sme.toString())
                .stream()
                .map(id -> {
                    OutboxMessage message = rig.get(jakarta.persistence.EntityManager.class)
                            .find(OutboxMessage.class, Long.valueOf(id));
                    return rig.get(AwardMessages.class).compose(message);
                })
                .toList();
    }

    private static void revoke(UUID award, String reason) {
        workshops.byPm(() -> {
            rig.get(RevokeAward.class).revoke(new RevokeAward.Revocation(award, reason));
            return null;
        });
    }

    private static AwardQueries.Progress progress(UUID sme) {
        return rig.get(AwardQueries.class).progress(workshops.smeId(sme)).get(0);
    }

    private static List<String> states(UUID sme) {
        return workshops.lines("select state from award where sme_id = ?1 order by id", workshops.smeId(sme));
    }

    private static List<String> mails(UUID sme) {
        return workshops.lines(
                "select o.kind from outbox_message o join sme s on s.email = o.recipient where s.public_id = ?1 order by o.id",
                sme.toString());
    }
}
