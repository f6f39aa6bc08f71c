package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.exams.ExamQueries;
import org.smeportal.pipeline.PipelineQueries;
import org.smeportal.pipeline.WaiverQueries;
import org.smeportal.security.CurrentUser;

/** Which rules of the linter speak and are waived most, per exam and period. */
@Named
@RequestScoped
public class WaiversView {
    @Inject
    private WaiverQueries waivers;

    @Inject
    private PipelineQueries pipeline;

    @Inject
    private CurrentUser user;

    @Inject
    @Param
    private @Nullable String exam;

    @Inject
    @Param
    private @Nullable String from;

    @Inject
    @Param
    private @Nullable String until;

    private List<WaiverQueries.Row> rows = List.of();
    private List<ExamQueries.Choice> exams = List.of();

    public void load() {
        exams = pipeline.exams();
        LocalDate last = SeenAddress.day(getUntil());
        rows = waivers.rules(new WaiverQueries.Filter(
                getExam(),
                SeenAddress.start(SeenAddress.day(getFrom()), user.getZone()),
                last == null ? null : SeenAddress.start(last.plusDays(1), user.getZone())));
    }

    public boolean isFiltered() {
        return !(getExam() + getFrom() + getUntil()).isEmpty();
    }

    public List<WaiverQueries.Row> getRows() {
        return rows;
    }

    public List<ExamQueries.Choice> getExams() {
        return exams;
    }

    public String getExam() {
        return exam == null ? "" : exam;
    }

    public String getFrom() {
        return from == null ? "" : from;
    }

    public String getUntil() {
        return until == null ? "" : until;
    }
}
