package org.smeportal.online.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.online.AskForHelp;
import org.smeportal.online.DayQueries;
import org.smeportal.online.HelpQueries;
import org.smeportal.online.HelpState;
import org.smeportal.platform.Text;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.web.Times;

/** The day of an event for who has a seat: what happens now, the rooms, help and calls. */
@Named
@RequestScoped
public class DayView {
    @Inject
    private DayQueries days;

    @Inject
    private AskForHelp help;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    private Text text;

    @Inject
    private Times times;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    /** The call for help whose button was seen. */
    @Inject
    @Param
    private @Nullable String request;

    private DayQueries.@Nullable Day day;
    private @Nullable String question;
    private @Nullable String room;
    private String formKey = UUID.randomUUID().toString();

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        day = days.day(OnlineRoutes.id(id), user.accountId(), user.may(Permission.RUN_EVENT_DAY))
                .orElseThrow(NotFound::new);
    }

    public void ask() {
        UUID chosen = room == null ? null : OnlineRoutes.id(room);
        help.ask(new AskForHelp.Question(
                getDay().event().publicId(), OnlineRoutes.id(formKey), chosen, question == null ? "" : question));
        messages.note("online.day.asked");
        OnlineRoutes.day(getDay().event().publicId());
    }

    public void settle() {
        help.settle(OnlineRoutes.id(request));
        OnlineRoutes.day(getDay().event().publicId());
    }

    public DayQueries.Day getDay() {
        if (day == null) {
            throw new NotFound();
        }
        return day;
    }

    public boolean isAskable() {
        return getDay().seated() && getDay().open() && getDay().waiting() < AskForHelp.MOST_WAITING;
    }

    public boolean isFull() {
        return getDay().seated() && getDay().open() && getDay().waiting() >= AskForHelp.MOST_WAITING;
    }

    public int getMost() {
        return AskForHelp.MOST_WAITING;
    }

    /** What a screen reader is told when something changed: where the newest question stands. */
    public String getNews() {
        return getDay().requests().stream()
                .findFirst()
                .map(this::sentence)
                .orElseGet(() -> text.of("online.day.changed"));
    }

    public String sentence(HelpQueries.Request one) {
        String who = String.valueOf(one.state() == HelpState.TAKEN ? one.takenBy() : one.answeredBy());
        String when = times.distance(one.closedAt() == null ? one.askedAt() : one.closedAt());
        String helpRoom = one.helpRoom();
        return one.state() == HelpState.ANSWERED && helpRoom != null
                ? text.of("online.day.state.ROOM", who, when, helpRoom)
                : text.of("online.day.state." + one.state(), who, when);
    }

    public @Nullable String getQuestion() {
        return question;
    }

    public void setQuestion(@Nullable String question) {
        this.question = question;
    }

    public @Nullable String getRoom() {
        return room;
    }

    public void setRoom(@Nullable String room) {
        this.room = room;
    }

    public String getFormKey() {
        return formKey;
    }

    public void setFormKey(String formKey) {
        UUID known = Words.uuid(formKey);
        this.formKey = known == null ? this.formKey : known.toString();
    }
}
