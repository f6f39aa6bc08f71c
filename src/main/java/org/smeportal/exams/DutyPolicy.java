package org.smeportal.exams;

import java.util.Optional;
import java.util.Set;
import org.smeportal.security.Duty;
import org.smeportal.security.Role;

/** Who may give a duty to whom; each answer is the key of a sentence, empty when it may be done. */
final class DutyPolicy {
    private DutyPolicy() {}

    /** Who gives or takes: {@code ofThisExam} is a programme manager who is assigned to the exam. */
    record Granter(long account, boolean admin, boolean ofThisExam) {}

    /** Who gets it. */
    record Receiver(long account, boolean active, Set<Role> roles) {}

    static Optional<String> mayGrant(Granter granter, Receiver receiver, Duty duty) {
        if (granter.account() == receiver.account()) {
            return Optional.of("exams.refused.ownDuty");
        }
        Optional<String> outside = outside(granter, duty);
        if (outside.isPresent()) {
            return outside;
        }
        if (!receiver.active()) {
            return Optional.of("exams.refused.notActive");
        }
        if (duty == Duty.PM && !receiver.roles().contains(Role.PM)) {
            return Optional.of("exams.refused.noPm");
        }
        return canHold(receiver.roles(), duty) ? Optional.empty() : Optional.of("exams.refused.adminOnly");
    }

    /** Anybody may lay down a duty of their own; an assignment is taken by an administrator. */
    static Optional<String> mayWithdraw(Granter granter, long holder, Duty duty) {
        return granter.account() == holder && duty != Duty.PM ? Optional.empty() : outside(granter, duty);
    }

    /** Who only administers sees no item text, so can do nothing with it. */
    static boolean canHold(Set<Role> roles, Duty duty) {
        return roles.contains(Role.PM) || (duty != Duty.PM && roles.contains(Role.SME));
    }

    private static Optional<String> outside(Granter granter, Duty duty) {
        if (granter.admin()) {
            return Optional.empty();
        }
        if (duty == Duty.PM) {
            return Optional.of("exams.refused.adminAssigns");
        }
        return granter.ofThisExam() ? Optional.empty() : Optional.of("exams.refused.notAssigned");
    }
}
