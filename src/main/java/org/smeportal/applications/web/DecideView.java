package org.smeportal.applications.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.applications.ApplicationQueries;
import org.smeportal.applications.ApplicationRow;
import org.smeportal.applications.DecideApplications;
import org.smeportal.applications.Decision;
import org.smeportal.applications.QueueFilter;
import org.smeportal.applications.Seen;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** Deciding those that were ticked (R1.3): who they are, how they stand, one decision for all. Nobody is told yet. */
@Named
@RequestScoped
public class DecideView {
    @Inject
    private ApplicationQueries applications;

    @Inject
    private DecideApplications deciding;

    @Inject
    private Messages messages;

    @Inject
    @Param(name = "pick")
    private @Nullable List<String> pick;

    @Inject
    @Param(name = "in")
    private @Nullable String in;

    @Inject
    @Param(name = "as")
    private @Nullable String as;

    private List<ApplicationRow> rows = List.of();
    private @Nullable String decision;
    private @Nullable String reason;

    @PostConstruct
    void read() {
        List<UUID> ids = pick == null
                ? Seen.of(seenValues()).stream().map(Seen::application).toList()
                : pick.stream().map(Words::uuid).filter(Objects::nonNull).toList();
        rows = applications.some(ids);
        decision = Words.constant(Decision.class, as) == null ? null : as;
    }

    public void load() {
        // read before, for the act as well
    }

    public void decide() {
        Decision taken = Words.constant(Decision.class, decision);
        if (taken == null) {
            throw new Refused("applications.refused.noDecision").at("decision");
        }
        DecideApplications.Outcome outcome =
                deciding.decide(new DecideApplications.Taken(Seen.of(seenValues()), taken, reason));
        messages.note("applications.decided", outcome.count());
        leave(outcome);
    }

    public void takeBack() {
        DecideApplications.Outcome outcome = deciding.undecide(new DecideApplications.TakenBack(Seen.of(seenValues())));
        messages.note("applications.takenBack", outcome.count());
        leave(outcome);
    }

    private void leave(DecideApplications.Outcome outcome) {
        outcome.leftOut().forEach(sentence -> messages.warn("applications.leftOut", sentence));
        Faces.redirect(ApplicationRoutes.list(QueueFilter.parse(in)));
    }

    private static List<String> seenValues() {
        String[] values = Faces.getRequestParameterValues("seen");
        return values == null ? List.of() : Arrays.asList(values);
    }

    /** As it stood when the page was opened: what somebody else did since must not be decided over unseen. */
    public List<String> getSeen() {
        return Faces.isPostback()
                ? seenValues()
                : rows.stream().map(ApplicationRow::seen).toList();
    }

    public List<ApplicationRow> getRows() {
        return rows;
    }

    /** Of how many not both scores are in. */
    public long getHalfScored() {
        return rows.stream().filter(row -> row.score() == null).count();
    }

    public long getPrepared() {
        return rows.stream().filter(ApplicationRow::isPrepared).count();
    }

    public String getListUrl() {
        return ApplicationRoutes.list(QueueFilter.parse(in));
    }

    public String getIn() {
        return in == null ? "" : in;
    }

    public Decision[] getDecisions() {
        return Decision.values();
    }

    public @Nullable String getDecision() {
        return decision;
    }

    public void setDecision(@Nullable String decision) {
        this.decision = decision;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
