package org.smeportal.smes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** An SME's days away (R1.5): their own to write and to read. */
class KeepOwnDaysIT {

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static Caller sme(String name) {
        String email = name + "@example.org";
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), ?1, ?2, 'Europe/Lisbon', 'ACTIVE', 'x', utc_timestamp(6))""", email, name);
        rig.update("""
                insert into sme (public_id, account_id, email, name, country, zone, state, joined_on, created_at)
                select uuid(), id, email, name, 'PT', zone, 'ACTIVE', '2020-01-01', utc_timestamp(6)
                from account where email = ?1""", email);
        return Rig.caller(rig.count("select id from account where email = ?1", email), name, "Europe/Lisbon", Role.SME);
    }

    private static KeepOwnDays.Days days(String first, String last, String note) {
        return new KeepOwnDays.Days(LocalDate.parse(first), LocalDate.parse(last), note);
    }

    private static void add(Caller sme, KeepOwnDays.Days days) {
        rig.as(sme, () -> rig.get(KeepOwnDays.class).add(days));
    }

    private static List<AwayQueries.Away> own(Caller sme) {
        return rig.get(AwayQueries.class).own(sme.accountId(), LocalDate.of(2020, 2, 3));
    }

    @Test
    void comingDaysAreListedUntilTheirLastOneIsOver() {
        Caller ana = sme("ana");
        add(ana, days("2020-03-10", "2020-03-12", "<b>moving</b>"));
        add(ana, days("2020-02-01", "2020-02-03", null));
        assertThat(own(ana))
                .extracting(AwayQueries.Away::first)
                .containsExactly(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 3, 10));
        assertThat(own(ana).get(1).note()).isEqualTo("<b>moving</b>");
    }

    @Test
    void nobodyRemovesTheDaysOfAnotherAndTwiceIsOnce() {
        Caller rui = sme("rui");
        Caller mia = sme("mia");
        add(rui, days("2020-03-10", "2020-03-10", null));
        AwayQueries.Away away = own(rui).get(0);
        rig.as(mia, () -> rig.get(KeepOwnDays.class).remove(away.id()));
        assertThat(own(rui)).hasSize(1);
        rig.as(rui, () -> rig.get(KeepOwnDays.class).remove(away.id()));
        rig.as(rui, () -> rig.get(KeepOwnDays.class).remove(away.id()));
        assertThat(own(rui)).isEmpty();
    }

    @Test
    void daysThatAreNoneAreRefused() {
        refused("smes.refused.awayOrder", () -> days("2020-03-10", "2020-03-09", null));
        refused("smes.refused.awayYear", () -> days("0020-03-10", "2020-03-10", null));
        refused("platform.refused.oneLine", () -> days("2020-03-10", "2020-03-10", "a\r\nb"));
        Caller eva = sme("eva");
        refused("smes.refused.awayOver", () -> add(eva, days("2020-01-20", "2020-02-02", null)));
        assertThat(own(eva)).isEmpty();
    }

    @Test
    void daysThatMeetBecomeOnePeriodWithEveryNoteAndNeighboursStayTheirOwn() {
        Caller leo = sme("leo");
        add(leo, days("2020-03-10", "2020-03-12", "moving"));
        add(leo, days("2020-03-16", "2020-03-18", "moving"));
        add(leo, days("2020-03-19", "2020-03-20", "family"));
        KeepOwnDays.Noted noted =
                rig.as(leo, () -> rig.get(KeepOwnDays.class).add(days("2020-03-12", "2020-03-16", "hut")));
        assertThat(noted.joined()).isTrue();
        assertThat(noted.days()).isEqualTo(days("2020-03-10", "2020-03-18", "moving, hut"));
        assertThat(own(leo))
                .extracting(AwayQueries.Away::first, AwayQueries.Away::last)
                .containsExactly(
                        tuple(LocalDate.of(2020, 3, 10), LocalDate.of(2020, 3, 18)),
                        tuple(LocalDate.of(2020, 3, 19), LocalDate.of(2020, 3, 20)));
        String longest = "x".repeat(200);
        refused("platform.refused.tooLong", () -> add(leo, days("2020-03-11", "2020-03-11", longest)));
        assertThat(own(leo)).hasSize(2);
    }

    @Test
    void whatIsRemovedIsAnsweredSoThatItCanBeAddedAgain() {
        Caller kim = sme("kim");
        add(kim, days("2020-03-10", "2020-03-12", "hut"));
        AwayQueries.Away away = own(kim).get(0);
        assertThat(rig.as(kim, () -> rig.get(KeepOwnDays.class).remove(away.id())))
                .contains(days("2020-03-10", "2020-03-12", "hut"));
    }

    @Test
    void theLimitCountsDaysInAnyOrderAndWhatIsOverStaysWithoutTakingRoom() {
        Caller zoe = sme("zoe");
        LocalDate first = LocalDate.of(2020, 3, 1);
        rig.update("""
                insert into sme_blackout (public_id, sme_id, first_day, last_day)
                select uuid(), id, '2019-05-01', '2019-05-02' from sme where account_id = ?1""", zoe.accountId());
        for (int i = 0; i < KeepOwnDays.MOST; i++) {
            add(zoe, new KeepOwnDays.Days(first.plusDays(i), first.plusDays(i), null));
        }
        refused("smes.refused.awayMany", () -> add(zoe, days("2021-03-10", "2021-03-10", null)));
        assertThat(own(zoe)).hasSize(KeepOwnDays.MOST);
        add(zoe, days("2020-02-29", "2020-03-02", null));
        assertThat(own(zoe)).as("two became one").hasSize(KeepOwnDays.MOST - 1);
        assertThat(rig.count(
                        "select count(*) from sme_blackout b join sme s on s.id = b.sme_id"
                                + " where s.account_id = ?1 and b.last_day < '2020-01-01'",
                        zoe.accountId()))
                .isEqualTo(1);
    }

    @Test
    void programmeManagersDoNotWriteThem() {
        Caller pm = Rig.caller(sme("pia").accountId(), "Pia", "Europe/Berlin", Role.PM);
        assertThatThrownBy(() -> add(pm, days("2020-03-10", "2020-03-10", null)))
                .isInstanceOf(Forbidden.class);
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
