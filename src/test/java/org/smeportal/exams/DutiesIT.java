package org.smeportal.exams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.accounts.ManageAccount;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Duty;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Duties per exam as administrators and programme managers give them, and as later acts ask for them. */
class DutiesIT {
    private static Rig rig;
    private static Caller admin;
    private static Caller pm;
    private static Caller second;
    private static long ana;
    private static long saa;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        rig.get(LoadCatalogue.class).load();
        admin = caller("admin@example.org", Role.ADMIN);
        pm = caller("pm@example.org", Role.PM);
        second = caller("second.pm@example.org", Role.PM);
        ana = DemoAccounts.insert(rig, "ana@example.org", "Ana Rocha", "Europe/Lisbon", "SME");
        saa = rig.count("select id from exam where code = 'SAA-C02'");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void thePmIsAssigned() {
        rig.update("delete from exam_duty");
        choose(admin, pm.accountId(), given(Duty.PM));
    }

    private static Caller caller(String email, Role role) {
        return Rig.caller(
                DemoAccounts.insert(rig, email, email, "Europe/Berlin", role.name()), email, "Europe/Berlin", role);
    }

    private static GrantDuties.Choice given(Duty duty) {
        return new GrantDuties.Choice("SAA-C02", duty, true);
    }

    private static GrantDuties.Choice taken(Duty duty) {
        return new GrantDuties.Choice("SAA-C02", duty, false);
    }

    private static int choose(Caller who, long account, GrantDuties.Choice... choices) {
        return rig.as(
                who,
                () -> rig.get(GrantDuties.class).choose(new GrantDuties.Choices(id(account), Arrays.asList(choices))));
    }

    private static UUID id(long account) {
        return UUID.fromString((String)
                rig.rows("select public_id from account where id = ?1", account).get(0));
    }

    private static boolean has(long account, Duty duty) {
        return rig.get(ExamDuties.class).has(account, saa, duty);
    }

    @Test
    void whatIsTickedIsGivenOnceAndTheTrailSaysBeforeAndAfter() {
        assertThat(choose(pm, ana, given(Duty.EDITOR), given(Duty.FAIRNESS), taken(Duty.TECHNICAL)))
                .isEqualTo(2);
        assertThat(choose(pm, ana, given(Duty.EDITOR), taken(Duty.FAIRNESS))).isEqualTo(1);
        assertThat(has(ana, Duty.EDITOR)).isTrue();
        assertThat(has(ana, Duty.FAIRNESS)).isFalse();
        assertThat(rig.get(ExamDuties.class).exams(ana, Duty.EDITOR)).containsExactly(saa);
        assertThat(rig.rows("""
                        select changes from audit_entry where act = 'GrantDuties.choose' and subject = ?1
                        order by id desc limit 2""", "account:" + id(ana)))
                .extracting(String::valueOf)
                .containsExactly("SAA-C02: EDITOR, FAIRNESS → EDITOR", "SAA-C02: – → EDITOR, FAIRNESS");
    }

    @Test
    void whatIsRefusedChangesNothingOfTheRest() {
        GrantDuties.Choice elsewhere = new GrantDuties.Choice("CLF-C01", Duty.EDITOR, true);
        assertThatThrownBy(() -> choose(pm, ana, given(Duty.EDITOR), elsewhere))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("exams.refused.notAssigned"));
        assertThat(has(ana, Duty.EDITOR)).isFalse();
        assertThatThrownBy(() -> choose(second, ana, given(Duty.EDITOR))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> choose(pm, pm.accountId(), given(Duty.KEY_VERIFIER)))
                .as("nobody is their own second pair of eyes")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> choose(pm, ana, new GrantDuties.Choice("NONE", Duty.EDITOR, true)))
                .isInstanceOf(NotFound.class);
        Caller sme = Rig.caller(ana, "Ana Rocha", "Europe/Lisbon", Role.SME);
        assertThatThrownBy(() -> choose(sme, ana, given(Duty.EDITOR))).isInstanceOf(Forbidden.class);
    }

    @Test
    void aDutyCountsAsLongAsAccountAndRoleDo() {
        choose(pm, ana, given(Duty.EDITOR));
        rig.as(admin, () -> rig.get(ManageAccount.class).close(id(ana)));
        assertThat(has(ana, Duty.EDITOR)).isFalse();
        rig.as(admin, () -> rig.get(ManageAccount.class).reopen(id(ana)));
        assertThat(has(ana, Duty.EDITOR)).isTrue();
        assertThat(has(pm.accountId(), Duty.PM)).isTrue();
        rig.update("update account_role set role = 'SME' where account_id = ?1", pm.accountId());
        assertThat(has(pm.accountId(), Duty.PM)).isFalse();
        rig.update("update account_role set role = 'PM' where account_id = ?1", pm.accountId());
    }

    @Test
    void theListShowsWhoGrantedWhatInTheSameStatementsHoweverManyThereAre() {
        choose(pm, ana, given(Duty.EDITOR), given(Duty.TECHNICAL));
        DutyQueries queries = rig.get(DutyQueries.class);
        DutyQueries.Filter holders = new DutyQueries.Filter("rocha", "SAA-C02", "EDITOR", true);
        assertThat(queries.page(holders, PageRequest.first()).rows())
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.name()).isEqualTo("Ana Rocha");
                    assertThat(person.cells()).singleElement().satisfies(cell -> {
                        assertThat(cell.exam()).isEqualTo("SAA-C02");
                        assertThat(cell.duties())
                                .extracting(DutyQueries.Given::duty)
                                .containsExactly(Duty.EDITOR, Duty.TECHNICAL);
                        assertThat(cell.duties())
                                .extracting(DutyQueries.Given::by)
                                .containsOnly("pm@example.org");
                    });
                });
        DutyQueries.Filter all = new DutyQueries.Filter("", "", "", false);
        int few = statements(queries, all);
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                with recursive n as (select 1 as i union all select i + 1 from n where i < 1000)
                select uuid(), concat('many', i, '@example.org'), concat('Many ', i), 'Etc/UTC', 'ACTIVE', 'n',
                    utc_timestamp(6) from n""");
        rig.update(
                "insert into account_role (account_id, role) select id, 'SME' from account where name like 'Many %'");
        rig.update("""
                insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                select id, ?1, 'EDITOR', 'x', utc_timestamp(6) from account where name like 'Many %'""", saa);
        assertThat(queries.page(all, PageRequest.first()).rows()).hasSize(20);
        assertThat(statements(queries, all)).isEqualTo(few).isEqualTo(3);
    }

    private static int statements(DutyQueries queries, DutyQueries.Filter filter) {
        rig.statements().reset();
        queries.page(filter, PageRequest.first());
        return rig.statements().count();
    }

    @Test
    void theGridOpensOnlyTheBoxesThatMayBeChanged() {
        choose(pm, ana, given(Duty.EDITOR));
        assertThat(open(second)).isEmpty();
        assertThat(open(pm)).hasSize(5).allMatch(box -> box.startsWith("SAA-C02/") && !box.endsWith("/PM"));
        assertThat(open(admin)).contains("CLF-C01/EDITOR").doesNotContain("CLF-C01/PM");
    }

    private static List<String> open(Caller who) {
        var account =
                rig.get(org.smeportal.accounts.AccountQueries.class).one(ana).orElseThrow();
        return rig.as(who, () -> rig.get(DutyGrid.class).of(account)).stream()
                .flatMap(line -> line.boxes().stream())
                .filter(DutyGrid.Box::open)
                .map(DutyGrid.Box::value)
                .toList();
    }
}
