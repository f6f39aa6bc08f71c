package org.smeportal.applications;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Text;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/**
 * Decides one application or many (R1.3). Nobody is told yet: that is {@link PublishDecisions}. Where somebody else
 * decided meanwhile, or the applicant withdrew, nothing is changed, and the answer names it.
 */
@UseCase
@Requires(Permission.MANAGE_APPLICATIONS)
public class DecideApplications {
    public static final int MOST_REASON = 1000;

    private final Applications applications;
    private final Publications publications;
    private final AccountQueries accounts;
    private final CurrentUser user;
    private final Text text;
    private final Clock clock;

    @Inject
    public DecideApplications(
            Applications applications,
            Publications publications,
            AccountQueries accounts,
            CurrentUser user,
            Text text,
            Clock clock) {
        this.applications = applications;
        this.publications = publications;
        this.accounts = accounts;
        this.user = user;
        this.text = text;
        this.clock = clock;
    }

    /** {@code reason}: mailed to whoever is declined, and kept for the others. */
    public record Taken(
            List<Seen> seen, Decision decision, @Nullable String reason) implements AuditedCommand {
        public Taken {
            seen = List.copyOf(seen);
            reason = Words.text(reason, MOST_REASON);
            if (decision == Decision.DECLINE && reason == null) {
                throw new Refused("applications.refused.noReason").at("reason");
            }
        }

        @Override
        public String auditSubject() {
            return seen.size() == 1 ? "application:" + seen.get(0).application() : seen.size() + " applications";
        }

        @Override
        public @Nullable String auditDetail() {
            return decision.name();
        }
    }

    /** Decisions that are taken back before anybody was told. */
    public record TakenBack(List<Seen> seen) implements AuditedCommand {
        public TakenBack {
            seen = List.copyOf(seen);
        }

        @Override
        public String auditSubject() {
            return seen.size() == 1 ? "application:" + seen.get(0).application() : seen.size() + " applications";
        }
    }

    /** How many, and a sentence for each that was left as it is. */
    public record Outcome(int count, List<String> leftOut) {
        public Outcome {
            leftOut = List.copyOf(leftOut);
        }
    }

    public Outcome decide(Taken taken) {
        return each(
                taken.seen(),
                taken.decision(),
                application -> application.decide(taken.decision(), taken.reason(), user.accountId(), clock.instant()));
    }

    public Outcome undecide(TakenBack back) {
        return each(back.seen(), null, Application::undecide);
    }

    private Outcome each(List<Seen> seen, @Nullable Decision decision, Consumer<Application> verb) {
        if (seen.isEmpty()) {
            throw new Refused("applications.refused.nobody");
        }
        List<String> leftOut = new ArrayList<>();
        int count = 0;
        for (Seen one :
                seen.stream().sorted(Comparator.comparing(Seen::application)).toList()) {
            Application application = applications.locked(one.application());
            String problem = problem(application, one, decision);
            if (problem == null) {
                verb.accept(application);
                count++;
            } else {
                leftOut.add(problem);
            }
        }
        if (count == 0) {
            throw new Refused("applications.refused.none", String.join(" ", leftOut));
        }
        return new Outcome(count, leftOut);
    }

    private @Nullable String problem(Application application, Seen seen, @Nullable Decision taken) {
        if (!application.state().isLive()
                || (taken != null && !application.state().mayBecome(taken.state()))) {
            return text.of("applications.left.state", application.name(), application.state());
        }
        if (publications.isWaiting(application.id())) {
            return text.of("applications.left.waiting", application.name());
        }
        if (!application.standing().equals(seen.standing())) {
            Decision decision = application.decision();
            Long by = application.decidedBy();
            return decision == null
                    ? text.of("applications.left.changed", application.name(), application.state())
                    : text.of(
                            "applications.left.decided",
                            application.name(),
                            decision,
                            by == null
                                    ? ""
                                    : accounts.one(by)
                                            .map(AccountQueries.Row::name)
                                            .orElse(""));
        }
        return null;
    }
}
