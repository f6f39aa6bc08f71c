package org.smeportal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.AddExam;
import org.smeportal.testing.Rig;

/** What {@code @UseCase} promises: permission first, one transaction, an audit entry of what was done. */
class UseCaseIT {

    private static final Caller PM = Rig.caller(7, "Priya", "Europe/Berlin", Role.PM);
    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void whoLacksThePermissionIsForbiddenAndNothingHappens() {
        Caller sme = Rig.caller(8, "Noor", "Asia/Amman", Role.SME);
        assertThatThrownBy(() -> rig.as(sme, () -> rig.get(AddExam.class).add(1L, false)))
                .isInstanceOf(Forbidden.class);
        assertThat(rig.count("select count(*) from exam where code = 'X1'")).isZero();
    }

    @Test
    void anActWithoutDeclaredPermissionIsDenied() {
        assertThatThrownBy(() -> rig.as(PM, () -> rig.get(AddExam.class).undeclared()))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aRefusalRollsBackTheActAndItsAuditEntry() {
        assertThatThrownBy(() -> rig.as(PM, () -> rig.get(AddExam.class).add(2L, true)))
                .isInstanceOf(Refused.class);
        assertThat(rig.count("select count(*) from exam where code = 'X2'")).isZero();
        assertThat(rig.count("select count(*) from audit_entry where subject = '2'"))
                .isZero();
    }

    @Test
    void whatWasDoneIsInTheAuditTrailWithActorAndSubject() {
        rig.as(PM, () -> rig.get(AddExam.class).add(3L, false));
        assertThat(rig.rows("select actor, act from audit_entry where subject = '3'"))
                .singleElement()
                .isEqualTo(new Object[] {"Priya", "AddExam.add"});
        assertThat(rig.count("select count(*) from exam where code = 'X3'")).isEqualTo(1);
    }
}
