package org.smeportal.applications;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/**
 * Scores an application by the rubric (R1.3). Two reviewers do, blind to each other; until the second is in, the first may
 * change their own. With the second all scores are fixed.
 */
@UseCase
@Requires(Permission.MANAGE_APPLICATIONS)
public class ScoreApplication {
    public static final int MOST_COMMENT = 2000;

    private final Applications applications;
    private final Reviews reviews;
    private final RubricQueries rubrics;
    private final ApplicationMessages messages;
    private final CurrentUser user;

    @Inject
    public ScoreApplication(
            Applications applications,
            Reviews reviews,
            RubricQueries rubrics,
            ApplicationMessages messages,
            CurrentUser user) {
        this.applications = applications;
        this.reviews = reviews;
        this.rubrics = rubrics;
        this.messages = messages;
        this.user = user;
    }

    /** {@code rubric}: the version that the reviewer had before them; {@code points} by the id of its criteria. */
    public record Scored(
            UUID application,
            int rubric,
            Map<Long, Integer> points,
            @Nullable String comment) implements AuditedCommand {
        public Scored {
            points = Map.copyOf(points);
            comment = Words.text(comment, MOST_COMMENT);
        }

        @Override
        public String auditSubject() {
            return "application:" + application;
        }

        @Override
        public @Nullable String auditDetail() {
            return "rubric " + rubric;
        }
    }

    public void score(Scored scored) {
        long reviewer = user.accountId();
        Rubric rubric =
                rubrics.version(scored.rubric()).orElseThrow(() -> new Refused("applications.refused.noRubric"));
        BigDecimal total = rubric.total(scored.points());
        Application application = applications.locked(scored.application());
        ApplicationState state = application.state();
        if (state != ApplicationState.SUBMITTED && state != ApplicationState.IN_REVIEW) {
            throw new Refused("applications.refused.state", application.name(), state);
        }
        List<Review> given = reviews.of(application.id());
        if (given.size() >= Scores.WANTED) {
            boolean own = given.stream().anyMatch(review -> review.reviewerId() == reviewer);
            throw new Refused(own ? "applications.refused.fixed" : "applications.refused.enough", application.name());
        }
        reviews.put(application.id(), reviewer, rubric, scored.points(), total, scored.comment());
        Scores scores = Scores.of(reviews.of(application.id()));
        applications.move(application, null, () -> application.scored(scores));
        if (application.state() != state) {
            messages.stage(application);
        }
    }
}
