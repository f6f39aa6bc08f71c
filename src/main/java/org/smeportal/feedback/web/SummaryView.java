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
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.feedback.FeedbackPolicy;
import org.smeportal.feedback.FeedbackQueries;
import org.smeportal.feedback.HoldAsking;
import org.smeportal.feedback.Pace;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** What people said about an event, and the mails that ask them. */
@Named
@RequestScoped
public class SummaryView {
    @Inject
    private EventDirectory events;

    @Inject
    private FeedbackQueries queries;

    @Inject
    private HoldAsking asking;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    /** The mails whose button was seen. */
    @Inject
    @Param
    private @Nullable String batch;

    private @Nullable EventCard event;
    private FeedbackQueries.@Nullable Summary summary;
    private FeedbackQueries.@Nullable Waiting waiting;

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        EventCard found = events.named(id);
        event = found;
        summary = queries.summary(found.id());
        waiting = queries.waiting(found.id()).orElse(null);
    }

    public void takeBack() {
        messages.note("feedback.mails.takenBack", asking.takeBack(seen()));
        reopen();
    }

    public void sendNow() {
        messages.note("feedback.mails.leaving", asking.sendNow(seen()));
        reopen();
    }

    private HoldAsking.Mails seen() {
        UUID chosen = Words.named(batch);
        return new HoldAsking.Mails(getEvent().publicId(), chosen);
    }

    private void reopen() {
        Faces.redirect("/app/feedback/summary/%s", getEvent().publicId().toString());
    }

    public EventCard getEvent() {
        return Objects.requireNonNull(event);
    }

    public FeedbackQueries.Summary getSummary() {
        return Objects.requireNonNull(summary);
    }

    public FeedbackQueries.@Nullable Waiting getWaiting() {
        return waiting;
    }

    public int getShownFrom() {
        return FeedbackPolicy.SHOWN_FROM;
    }

    public Integer[] getMarks() {
        return new Integer[] {5, 4, 3, 2, 1};
    }

    public Pace[] getPaces() {
        return Pace.values();
    }

    public int marked(Integer mark) {
        return getSummary().overall().getOrDefault(mark, 0);
    }

    public int paced(Pace pace) {
        return getSummary().pace().getOrDefault(pace, 0);
    }
}
