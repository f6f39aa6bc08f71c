package org.smeportal.feedback;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Who was there says how it was (R4.7); saying it again changes it. */
@UseCase
public class GiveFeedback {

    private final FeedbackQueries queries;
    private final Feedbacks feedbacks;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public GiveFeedback(FeedbackQueries queries, Feedbacks feedbacks, CurrentUser user, Clock clock) {
        this.queries = queries;
        this.feedbacks = feedbacks;
        this.user = user;
        this.clock = clock;
    }

    public record Answer(
            UUID event,
            @Nullable Integer overall,
            @Nullable Pace pace,
            @Nullable Boolean again,
            @Nullable String keep,
            @Nullable String change,
            boolean byName)
            implements AuditedCommand {

        /** That somebody answered, not what. */
        @Override
        public String auditSubject() {
            return "event:" + event;
        }
    }

    @Requires(Permission.GIVE_FEEDBACK)
    public void give(Answer answer) {
        FeedbackQueries.Own own = queries.own(answer.event(), user.accountId()).orElseThrow(NotFound::new);
        if (own.closed() != null) {
            throw new Refused(own.closed());
        }
        Integer overall = answer.overall();
        Pace pace = answer.pace();
        Boolean again = answer.again();
        if (overall == null || overall < 1 || overall > 5 || pace == null || again == null) {
            throw new Refused("feedback.refused.incomplete");
        }
        String keep = Words.text(answer.keep(), 1000);
        String change = Words.text(answer.change(), 1000);
        Feedback feedback = feedbacks.locked(own.event().id(), own.smeId()).orElse(null);
        if (feedback == null) {
            feedback = new Feedback(own.event().id(), own.smeId(), overall, pace, again, clock.instant());
            feedbacks.add(feedback);
        }
        feedback.judge(overall, pace, again);
        feedback.say(keep, change, answer.byName());
    }
}
