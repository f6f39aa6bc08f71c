package org.smeportal.exams;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.accounts.AccountState;
import org.smeportal.platform.Queries;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Duty;

/** One person's duties as a grid of exams and duties, with what the reader may change. */
@Queries
public class DutyGrid {
    private final ExamQueries exams;
    private final ExamDuties duties;
    private final CurrentUser user;

    @Inject
    public DutyGrid(ExamQueries exams, ExamDuties duties, CurrentUser user) {
        this.exams = exams;
        this.duties = duties;
        this.user = user;
    }

    /** {@code value} is how the form names it. */
    public record Box(String exam, Duty duty, boolean given, boolean open) {
        public String value() {
            return exam + "/" + duty;
        }
    }

    public record Line(String exam, String name, List<Box> boxes) {}

    public List<Line> of(AccountQueries.Row account) {
        Map<String, Set<Duty>> held = duties.of(account.id());
        Set<Long> led = duties.exams(user.accountId(), Duty.PM);
        return exams.choices().stream()
                .map(exam -> new Line(
                        exam.code(),
                        exam.name(),
                        Arrays.stream(Duty.values())
                                .map(duty -> box(exam, duty, account, held, led.contains(exam.id())))
                                .toList()))
                .toList();
    }

    private Box box(
            ExamQueries.Choice exam,
            Duty duty,
            AccountQueries.Row account,
            Map<String, Set<Duty>> held,
            boolean ofThisExam) {
        boolean given = held.getOrDefault(exam.code(), Set.of()).contains(duty);
        DutyPolicy.Granter granter = new DutyPolicy.Granter(user.accountId(), user.isAdmin(), ofThisExam);
        boolean open = given
                ? DutyPolicy.mayWithdraw(granter, account.id(), duty).isEmpty()
                : DutyPolicy.mayGrant(
                                granter,
                                new DutyPolicy.Receiver(
                                        account.id(), account.state() == AccountState.ACTIVE, account.roles()),
                                duty)
                        .isEmpty();
        return new Box(exam.code(), duty, given, open);
    }
}
