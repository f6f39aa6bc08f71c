package org.smeportal.exams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smeportal.security.Duty;
import org.smeportal.security.Role;

/** Duties per exam are granted by a programme manager of that exam; administrators assign programme managers. */
class DutyPolicyTest {
    private static final DutyPolicy.Granter ADMIN = new DutyPolicy.Granter(1, true, false);
    private static final DutyPolicy.Granter OF_THIS_EXAM = new DutyPolicy.Granter(2, false, true);
    private static final DutyPolicy.Granter OF_ANOTHER = new DutyPolicy.Granter(3, false, false);
    private static final DutyPolicy.Receiver SME = new DutyPolicy.Receiver(9, true, Set.of(Role.SME));
    private static final DutyPolicy.Receiver PM = new DutyPolicy.Receiver(8, true, Set.of(Role.PM));

    @ParameterizedTest
    @EnumSource(value = Duty.class, mode = EnumSource.Mode.EXCLUDE, names = "PM")
    void aPmGrantsTheDutiesOfTheirOwnExamsOnly(Duty duty) {
        assertThat(DutyPolicy.mayGrant(OF_THIS_EXAM, SME, duty)).isEmpty();
        assertThat(DutyPolicy.mayGrant(OF_THIS_EXAM, PM, duty)).isEmpty();
        assertThat(DutyPolicy.mayGrant(ADMIN, SME, duty)).isEmpty();
        assertThat(DutyPolicy.mayGrant(OF_ANOTHER, SME, duty)).contains("exams.refused.notAssigned");
        assertThat(DutyPolicy.mayWithdraw(OF_THIS_EXAM, 9, duty)).isEmpty();
        assertThat(DutyPolicy.mayWithdraw(OF_ANOTHER, 9, duty)).contains("exams.refused.notAssigned");
    }

    @Test
    void onlyAnAdministratorAssignsProgrammeManagersAndOnlySuch() {
        assertThat(DutyPolicy.mayGrant(ADMIN, PM, Duty.PM)).isEmpty();
        assertThat(DutyPolicy.mayGrant(OF_THIS_EXAM, PM, Duty.PM)).contains("exams.refused.adminAssigns");
        assertThat(DutyPolicy.mayGrant(ADMIN, SME, Duty.PM)).contains("exams.refused.noPm");
        assertThat(DutyPolicy.mayWithdraw(OF_THIS_EXAM, 8, Duty.PM)).contains("exams.refused.adminAssigns");
    }

    @ParameterizedTest
    @EnumSource(Duty.class)
    void nobodyGrantsToThemselves(Duty duty) {
        Set<Role> all = Set.of(Role.values());
        assertThat(DutyPolicy.mayGrant(OF_THIS_EXAM, new DutyPolicy.Receiver(2, true, all), duty))
                .contains("exams.refused.ownDuty");
        assertThat(DutyPolicy.mayGrant(ADMIN, new DutyPolicy.Receiver(1, true, all), duty))
                .contains("exams.refused.ownDuty");
    }

    @Test
    void aDutyIsLaidDownByItsHolderButAnAssignmentIsNot() {
        assertThat(DutyPolicy.mayWithdraw(OF_ANOTHER, 3, Duty.EDITOR)).isEmpty();
        assertThat(DutyPolicy.mayWithdraw(OF_THIS_EXAM, 2, Duty.PM)).contains("exams.refused.adminAssigns");
    }

    @Test
    void neitherAClosedAccountNorOneThatOnlyAdministersGetsADuty() {
        assertThat(DutyPolicy.mayGrant(ADMIN, new DutyPolicy.Receiver(9, false, Set.of(Role.SME)), Duty.EDITOR))
                .contains("exams.refused.notActive");
        assertThat(DutyPolicy.mayGrant(ADMIN, new DutyPolicy.Receiver(9, true, Set.of(Role.ADMIN)), Duty.EDITOR))
                .contains("exams.refused.adminOnly");
    }
}
