package org.smeportal.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.File;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smeportal.accounts.ManageAccount;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Role;
import org.smeportal.testing.AddExam;
import org.smeportal.testing.ContainerSetup;

/** In the server: transactions, permissions, woven entities and timers are those of the container. */
@ExtendWith({ContainerSetup.class, ArquillianExtension.class})
class UseCaseContainerHeavyIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    private AddExam addExam;

    @Inject
    private ManageAccount manageAccount;

    @Inject
    private CurrentUser user;

    @Inject
    private EntityManager entityManager;

    @Deployment
    static WebArchive portal() throws URISyntaxException {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/sme-portal.war"))
                .addClasses(UseCaseContainerHeavyIT.class, AddExam.class, ContainerSetup.class)
                .addAsLibraries(jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class));
    }

    private static File jarOf(Class<?> type) throws URISyntaxException {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void aRefusalRollsBackTheActAndItsAuditEntry() {
        user.become(new Caller(1L, "Priya", BERLIN, Set.of(Role.PM)));
        assertThatThrownBy(() -> addExam.add(901L, true)).isInstanceOf(Refused.class);
        assertThat(count("select count(*) from exam where code = 'X901'")).isZero();
        assertThat(count("select count(*) from audit_entry where subject = '901'"))
                .isZero();
        addExam.add(902L, false);
        assertThat(count("select count(*) from exam where code = 'X902'")).isEqualTo(1);
        assertThat(count("select count(*) from audit_entry where subject = '902' and actor = 'Priya'"))
                .isEqualTo(1);
    }

    @Test
    void whoLacksThePermissionIsForbiddenAndSoIsAnActWithoutOne() {
        user.become(new Caller(2L, "Noor", BERLIN, Set.of(Role.SME)));
        assertThatThrownBy(() -> addExam.add(903L, false)).isInstanceOf(Forbidden.class);
        user.become(new Caller(1L, "Priya", BERLIN, Set.of(Role.PM)));
        assertThatThrownBy(() -> addExam.undeclared()).isInstanceOf(Forbidden.class);
        assertThat(count("select count(*) from exam where code = 'X903'")).isZero();
    }

    @Test
    void whatVerbsOfWovenEntitiesChangeIsSaved() {
        UUID id = newAccount("woven@example.org");
        manageAccount.changeRoles(new ManageAccount.Roles(id, Set.of(Role.PM, Role.SME)));
        assertThat(text("select group_concat(role order by role) from account_role r join account a"
                        + " on a.id = r.account_id where a.email = 'woven@example.org'"))
                .isEqualTo("PM,SME");
        String nonce = text("select link_nonce from account where email = 'woven@example.org'");
        manageAccount.close(id);
        assertThat(text("select state from account where email = 'woven@example.org'"))
                .isEqualTo("CLOSED");
        assertThat(text("select link_nonce from account where email = 'woven@example.org'"))
                .isNotEqualTo(nonce);
    }

    @Test
    void theTimerOfTheRelaySendsWhatIsInTheOutbox() {
        newAccount("relayed@example.org");
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> text("select state from outbox_message where recipient = 'relayed@example.org'")
                        .equals("SENT"));
        assertThat(count("select attempts from outbox_message where recipient = 'relayed@example.org'"))
                .isEqualTo(1);
    }

    private UUID newAccount(String email) {
        user.become(new Caller(3L, "Ada", BERLIN, Set.of(Role.ADMIN)));
        return manageAccount.create(
                new ManageAccount.NewAccount(email, "Somebody New", "Europe/Berlin", Set.of(Role.PM)));
    }

    private long count(String sql) {
        return ((Number) single(sql)).longValue();
    }

    private String text(String sql) {
        return single(sql).toString();
    }

    private Object single(String sql) {
        List<?> rows = entityManager.createNativeQuery(sql).getResultList();
        return rows.get(0);
    }
}
