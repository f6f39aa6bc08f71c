package org.smeportal.smes.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.smes.ActOnSmes;
import org.smeportal.smes.BulkAct;
import org.smeportal.smes.OutlookQueries;
import org.smeportal.smes.SmeQueries;

/** One act for the ticked SMEs: who it is for, who is left out and why, what follows; then the one click. */
@Named
@RequestScoped
public class BulkSmesView {
    @Inject
    private ActOnSmes actOn;

    @Inject
    private OutlookQueries outlooks;

    @Inject
    private ExamQueries exams;

    @Inject
    private Messages messages;

    @Inject
    private DirectoryAddress address;

    @Inject
    @Param(name = "act")
    private @Nullable String actName;

    @Inject
    @Param
    private @Nullable Long exam;

    /** For how many the page said that it would be done. */
    @Inject
    @Param
    private @Nullable Integer expected;

    private @Nullable BulkAct act;
    private OutlookQueries.Outlook outlook = new OutlookQueries.Outlook(List.of(), List.of());
    private List<ExamQueries.Choice> examChoices = List.of();

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        act = Words.constant(BulkAct.class, actName);
        if (act == null) {
            throw new NotFound();
        }
        examChoices = act.needsExam() ? exams.choices() : List.of();
        outlook = outlooks.of(getAct(), address.ticked(), getExam());
    }

    public void apply() {
        OutlookQueries.Outlook done =
                actOn.act(new ActOnSmes.Wanted(getAct(), address.ticked(), getExam(), expected == null ? 0 : expected));
        messages.note("smes.bulk.done." + getAct(), done.done().size());
        if (!done.leftOut().isEmpty()) {
            messages.warn(
                    "smes.bulk.leftOut",
                    done.leftOut().stream().map(one -> one.sme().name()).collect(Collectors.joining(", ")));
        }
        Faces.redirect("/app/smes/sme-list");
    }

    public BulkAct getAct() {
        return Objects.requireNonNull(act);
    }

    public Long getExam() {
        return exam == null ? 0L : exam;
    }

    /** Whether all is known that the act needs. */
    public boolean isComplete() {
        return !getAct().needsExam() || getExam() != 0;
    }

    public String getExamCode() {
        return examChoices.stream()
                .filter(one -> one.id() == getExam())
                .map(ExamQueries.Choice::code)
                .findFirst()
                .orElse("");
    }

    public List<ExamQueries.Choice> getExamChoices() {
        return examChoices;
    }

    public List<SmeQueries.Row> getDone() {
        return outlook.done();
    }

    public List<OutlookQueries.LeftOut> getLeftOut() {
        return outlook.leftOut();
    }
}
