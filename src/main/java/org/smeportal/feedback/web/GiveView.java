package org.smeportal.feedback.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.feedback.FeedbackPolicy;
import org.smeportal.feedback.FeedbackQueries;
import org.smeportal.feedback.GiveFeedback;
import org.smeportal.feedback.Pace;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;

/** The form of who was there. */
@Named
@RequestScoped
public class GiveView {
    @Inject
    private FeedbackQueries queries;

    @Inject
    private GiveFeedback feedback;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private FeedbackQueries.@Nullable Own own;
    private @Nullable Integer overall;
    private @Nullable Pace pace;
    private @Nullable Boolean again;
    private @Nullable String keep;
    private @Nullable String change;
    private boolean byName;

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            read();
        }
    }

    public void load() {
        read();
        FeedbackQueries.Given given = getOwn().given();
        if (given != null) {
            overall = given.overall();
            pace = given.pace();
            again = given.again();
            keep = given.keep();
            change = given.change();
            byName = given.byName();
        }
    }

    private void read() {
        UUID event = Words.named(id);
        own = queries.own(event, user.accountId()).orElseThrow(NotFound::new);
    }

    public void give() {
        UUID event = getOwn().event().publicId();
        feedback.give(new GiveFeedback.Answer(event, overall, pace, again, keep, change, byName));
        messages.note("feedback.give.done");
        Faces.redirect("/app/feedback/give/%s", event.toString());
    }

    public FeedbackQueries.Own getOwn() {
        return Objects.requireNonNull(own);
    }

    public boolean isOpen() {
        return getOwn().closed() == null;
    }

    public int getShownFrom() {
        return FeedbackPolicy.SHOWN_FROM;
    }

    public long getChangeDays() {
        return FeedbackPolicy.CHANGED_WITHIN.toDays();
    }

    public Integer[] getMarks() {
        return new Integer[] {5, 4, 3, 2, 1};
    }

    public Pace[] getPaces() {
        return Pace.values();
    }

    public @Nullable Integer getOverall() {
        return overall;
    }

    public void setOverall(@Nullable Integer overall) {
        this.overall = overall;
    }

    public @Nullable Pace getPace() {
        return pace;
    }

    public void setPace(@Nullable Pace pace) {
        this.pace = pace;
    }

    public @Nullable Boolean getAgain() {
        return again;
    }

    public void setAgain(@Nullable Boolean again) {
        this.again = again;
    }

    public @Nullable String getKeep() {
        return keep;
    }

    public void setKeep(@Nullable String keep) {
        this.keep = keep;
    }

    public @Nullable String getChange() {
        return change;
    }

    public void setChange(@Nullable String change) {
        this.change = change;
    }

    public boolean isByName() {
        return byName;
    }

    public void setByName(boolean byName) {
        this.byName = byName;
    }
}
