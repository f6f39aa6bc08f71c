package org.smeportal.dashboards.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.badges.AwardQueries;
import org.smeportal.dashboards.OwnPast;
import org.smeportal.feedback.FeedbackQueries;
import org.smeportal.invitations.Answer;
import org.smeportal.invitations.AnswerInvitation;
import org.smeportal.invitations.InvitationStatus;
import org.smeportal.invitations.OwnInvitations;
import org.smeportal.kernel.Words;
import org.smeportal.online.CallQueries;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;
import org.smeportal.smes.SmeDirectory;
import org.smeportal.tasks.TaskQueries;
import org.smeportal.years.YearQueries;

/** An SME's home (R8.1): what waits for an answer, what comes next, the badge, what was. */
@Named
@RequestScoped
public class OwnHomeView {
    private static final int LATEST = 6;

    @Inject
    private CurrentUser user;

    @Inject
    private SmeDirectory smes;

    @Inject
    private OwnInvitations invitations;

    @Inject
    private AwardQueries awards;

    @Inject
    private OwnPast past;

    @Inject
    private YearQueries years;

    @Inject
    private TaskQueries taskQueries;

    @Inject
    private FeedbackQueries feedback;

    @Inject
    private CallQueries followUps;

    @Inject
    private AnswerInvitation answerInvitation;

    @Inject
    private Messages messages;

    /** The invitation whose button was seen: lists move between two clicks. */
    @Inject
    @Param
    private @Nullable String invitation;

    private OwnInvitations.Current current = new OwnInvitations.Current(List.of(), List.of());
    private List<TaskQueries.Row> tasks = List.of();
    private List<FeedbackQueries.Due> opinions = List.of();
    private List<CallQueries.Call> calls = List.of();
    private List<AwardQueries.Progress> badges = List.of();
    private List<OwnPast.Attended> attended = List.of();
    private YearQueries.@Nullable Count year;

    /** The list whose buttons answer has to be there when the form comes back, too. */
    @PostConstruct
    void read() {
        if (user.isSme()) {
            current = invitations.current(user.accountId());
        }
    }

    public void load() {
        if (user.isSme()) {
            tasks = taskQueries.open(user.accountId(), LATEST);
            opinions = feedback.due(user.accountId());
            smes.byAccount(user.accountId()).ifPresent(sme -> {
                badges = awards.progress(sme.id());
                attended = past.of(sme.id(), LATEST);
                year = years.latest(sme.id()).orElse(null);
                calls = followUps.coming(sme.id());
            });
        }
    }

    private String answer(Answer answer) {
        UUID chosen = Words.named(invitation);
        InvitationStatus noted = answerInvitation.own(chosen, answer, null);
        messages.note("dashboards.answered." + noted.name());
        return "/app/home?faces-redirect=true";
    }

    public String yes() {
        return answer(Answer.YES);
    }

    public String no() {
        return answer(Answer.NO);
    }

    /** How much of the ring around "1 of 2" is drawn; its length is 220. */
    public String dash(AwardQueries.Progress progress) {
        return 220 * progress.counted() / Math.max(1, progress.required()) + " 220";
    }

    public List<OwnInvitations.Own> getOpen() {
        return current.open();
    }

    public List<TaskQueries.Row> getTasks() {
        return tasks;
    }

    public List<OwnInvitations.Own> getComing() {
        return current.coming();
    }

    /** Events that wait for feedback. */
    public List<FeedbackQueries.Due> getOpinions() {
        return opinions;
    }

    public List<CallQueries.Call> getCalls() {
        return calls;
    }

    public List<AwardQueries.Progress> getBadges() {
        return badges;
    }

    public List<OwnPast.Attended> getAttended() {
        return attended;
    }

    /** The last year in which something was attended. */
    public YearQueries.@Nullable Count getYear() {
        return year;
    }
}
