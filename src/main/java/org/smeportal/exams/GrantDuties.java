package org.smeportal.exams;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.accounts.AccountState;
import org.smeportal.audit.AuditNote;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Duty;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Gives duties for exams to one person, and takes them away: all that was ticked, or nothing. */
@UseCase
@Requires(Permission.GRANT_DUTIES)
public class GrantDuties {
    private final ExamDuties duties;
    private final ExamQueries exams;
    private final AccountQueries accounts;
    private final CurrentUser user;
    private final AuditNote note;

    @Inject
    public GrantDuties(
            ExamDuties duties, ExamQueries exams, AccountQueries accounts, CurrentUser user, AuditNote note) {
        this.duties = duties;
        this.exams = exams;
        this.accounts = accounts;
        this.user = user;
        this.note = note;
    }

    /** Whether somebody shall have that duty of the exam with that code. */
    public record Choice(String exam, Duty duty, boolean given) {}

    /** What is not among the choices stays as it is. */
    public record Choices(UUID account, List<Choice> choices) implements AuditedCommand {
        public Choices {
            choices = List.copyOf(choices);
        }

        @Override
        public String auditSubject() {
            return "account:" + account;
        }
    }

    /** Answers how many duties are given or taken; what is as chosen already counts for nothing. */
    public int choose(Choices wanted) {
        AccountQueries.Row account = accounts.one(wanted.account()).orElseThrow(NotFound::new);
        Map<String, Long> ids =
                exams.choices().stream().collect(Collectors.toMap(ExamQueries.Choice::code, ExamQueries.Choice::id));
        Map<String, Set<Duty>> held = duties.of(account.id());
        Set<Long> led = duties.exams(user.accountId(), Duty.PM);
        Map<String, Set<Duty>> after = new TreeMap<>();
        held.forEach((exam, of) -> after.put(exam, new TreeSet<>(of)));
        int changed = 0;
        for (Choice choice : wanted.choices()) {
            Set<Duty> now = after.computeIfAbsent(choice.exam(), exam -> new TreeSet<>());
            if (now.contains(choice.duty()) == choice.given()) {
                continue;
            }
            Long exam = ids.get(choice.exam());
            if (exam == null) {
                throw new NotFound();
            }
            refusal(choice, account, led.contains(exam)).ifPresent(reason -> {
                throw new Refused(reason, account.name(), choice.exam());
            });
            if (choice.given()) {
                now.add(choice.duty());
                duties.grant(account.id(), exam, choice.duty(), user.getName());
            } else {
                now.remove(choice.duty());
                duties.withdraw(account.id(), exam, choice.duty());
            }
            changed++;
        }
        after.forEach((exam, of) -> note.changed(exam, held.getOrDefault(exam, Set.of()), of));
        return changed;
    }

    private Optional<String> refusal(Choice choice, AccountQueries.Row account, boolean ofThisExam) {
        DutyPolicy.Granter granter = new DutyPolicy.Granter(user.accountId(), user.isAdmin(), ofThisExam);
        return choice.given()
                ? DutyPolicy.mayGrant(
                        granter,
                        new DutyPolicy.Receiver(account.id(), account.state() == AccountState.ACTIVE, account.roles()),
                        choice.duty())
                : DutyPolicy.mayWithdraw(granter, account.id(), choice.duty());
    }
}
