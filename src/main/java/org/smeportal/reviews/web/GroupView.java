package org.smeportal.reviews.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.reviews.ChangeGroup;
import org.smeportal.reviews.EntryState;
import org.smeportal.reviews.Panel;
import org.smeportal.reviews.ReviewOutcome;
import org.smeportal.reviews.RoundQueries;
import org.smeportal.reviews.ScheduleReview;
import org.smeportal.reviews.Verdict;

/** A group before its session, which can be changed, and after it, in numbers; while it is open there are no codes. */
@Named
@RequestScoped
public class GroupView {
    @Inject
    private RoundQueries rounds;

    @Inject
    private ChangeGroup change;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable String account;

    @Inject
    @Param
    private @Nullable String to;

    @Inject
    @Param
    private @Nullable String entry;

    private RoundQueries.@Nullable Row session;
    private List<RoundQueries.Member> members = List.of();
    private List<RoundQueries.Member> free = List.of();
    private List<RoundQueries.Other> others = List.of();
    private List<RoundQueries.Entry> agenda = List.of();
    private @Nullable Panel panel;

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        RoundQueries.Row found = rounds.one(Words.named(id));
        session = found;
        members = rounds.members(found);
        agenda = found.isPlanned() || found.isClosed() ? rounds.agenda(found) : List.of();
        if (found.isPlanned()) {
            others = rounds.others(found);
            free = rounds.free(found);
        } else if (found.isClosed()) {
            panel = rounds.panel(found);
        }
    }

    public void move() {
        change.move(new ChangeGroup.Move(getSession().session(), Words.named(account), Words.named(to)));
        done("reviews.group.moved");
    }

    public void add() {
        change.add(new ChangeGroup.Seat(getSession().session(), Words.named(account)));
        done("reviews.group.added");
    }

    public void takeOff() {
        change.takeOff(new ChangeGroup.Off(getSession().session(), Words.named(entry)));
        done("reviews.group.takenOff");
    }

    private void done(String key) {
        messages.note(key);
        Faces.redirect("/app/reviews/group/" + getSession().session());
    }

    /** Whether somebody can leave it. */
    public boolean isLarge() {
        return members.size() > ScheduleReview.SMALLEST_GROUP;
    }

    public int decided(ReviewOutcome outcome) {
        return (int) agenda.stream().filter(one -> one.outcome() == outcome).count();
    }

    public boolean isDecided(RoundQueries.Entry one) {
        return one.state() == EntryState.DECIDED;
    }

    public RoundQueries.Row getSession() {
        return Objects.requireNonNull(session);
    }

    public List<RoundQueries.Member> getMembers() {
        return members;
    }

    public List<RoundQueries.Member> getFree() {
        return free;
    }

    public List<RoundQueries.Other> getOthers() {
        return others;
    }

    public List<RoundQueries.Entry> getAgenda() {
        return agenda;
    }

    public @Nullable Panel getPanel() {
        return panel;
    }

    public ReviewOutcome[] getOutcomes() {
        return ReviewOutcome.values();
    }

    public Verdict[] getVerdicts() {
        return Verdict.values();
    }
}
