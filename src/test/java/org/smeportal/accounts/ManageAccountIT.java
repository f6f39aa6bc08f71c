package org.smeportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** What administrators do with accounts: somebody can always administer, and the trail says before and after. */
class ManageAccountIT {
    private static Rig rig;
    private static long ada;
    private static long bo;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        ada = DemoAccounts.insert(rig, "ada@example.org", "Ada Winter", "Europe/Dublin", "ADMIN");
        bo = DemoAccounts.insert(rig, "bo@example.org", "Bo Lind", "Europe/Oslo");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void bothAdminister() {
        rig.update("update account set state = 'ACTIVE'");
        rig.update("delete from account_role");
        rig.update("insert into account_role (account_id, role) values (?1, 'ADMIN'), (?2, 'ADMIN')", ada, bo);
    }

    private static UUID id(long account) {
        return UUID.fromString((String)
                rig.rows("select public_id from account where id = ?1", account).get(0));
    }

    private static void takeRole(long by, long from) {
        Caller admin = Rig.caller(by, "Admin " + by, "Etc/UTC", Role.ADMIN);
        rig.as(
                admin,
                () -> rig.get(ManageAccount.class).changeRoles(new ManageAccount.Roles(id(from), Set.of(Role.PM))));
    }

    @Test
    void theLastActiveAdministratorIsNeitherClosedNorLosesTheRole() {
        rig.update("update account set state = 'INVITED' where id = ?1", bo);
        assertThatThrownBy(() -> takeRole(bo, ada))
                .as("who was only invited cannot administer yet")
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("accounts.refused.lastAdmin"));
        Caller invited = Rig.caller(bo, "Bo Lind", "Europe/Oslo", Role.ADMIN);
        assertThatThrownBy(
                        () -> rig.as(invited, () -> rig.get(ManageAccount.class).close(id(ada))))
                .isInstanceOf(Refused.class);
        takeRole(ada, bo);
        assertThat(rig.count("select count(*) from account_role where role = 'ADMIN'"))
                .isEqualTo(1);
    }

    @Test
    void twoAdministratorsWhoTakeTheRoleFromEachOtherAtOnceLeaveOne() throws Exception {
        for (int round = 0; round < 5; round++) {
            bothAdminister();
            AtomicInteger turn = new AtomicInteger();
            List<Boolean> done = Rig.atOnce(2, () -> {
                boolean first = turn.getAndIncrement() == 0;
                try {
                    takeRole(first ? ada : bo, first ? bo : ada);
                    return true;
                } catch (Refused refused) {
                    return false;
                }
            });
            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(rig.count("select count(*) from account_role where role = 'ADMIN'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void theTrailSaysTheRolesAndStatesBeforeAndAfter() {
        takeRole(ada, bo);
        Caller admin = Rig.caller(ada, "Ada Winter", "Europe/Dublin", Role.ADMIN);
        rig.as(admin, () -> rig.get(ManageAccount.class).close(id(bo)));
        rig.as(admin, () -> rig.get(ManageAccount.class).reopen(id(bo)));
        assertThat(rig.rows("select changes from audit_entry order by id desc limit 3"))
                .extracting(String::valueOf)
                .containsExactly("state: CLOSED → ACTIVE", "state: ACTIVE → CLOSED", "roles: ADMIN → PM");
    }

    @Test
    void theListIsFilteredByStateAndCountsDuties() {
        rig.update("update account set state = 'CLOSED' where id = ?1", bo);
        AccountQueries queries = rig.get(AccountQueries.class);
        assertThat(queries.page("", null, AccountState.CLOSED, PageRequest.first())
                        .rows())
                .extracting(AccountQueries.Row::email)
                .containsExactly("bo@example.org");
        assertThat(queries.page("", Role.ADMIN, AccountState.ACTIVE, PageRequest.first())
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.duties()).isZero());
    }
}
