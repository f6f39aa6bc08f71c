package org.smeportal.exams.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.exams.DutyQueries;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.security.Duty;

/** People and exams: who does what, and who granted it. */
@Named
@RequestScoped
public class DutiesView {
    @Inject
    private DutyQueries queries;

    @Inject
    private ExamQueries exams;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable String exam;

    @Inject
    @Param
    private @Nullable String duty;

    @Inject
    @Param
    private @Nullable String holding;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<DutyQueries.Person> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private List<ExamQueries.Choice> choices = List.of();

    public void load() {
        rows = queries.page(
                new DutyQueries.Filter(getSearch(), getExam(), getDuty(), isHolding()),
                PageRequest.number(page == null ? 1 : page));
        choices = exams.choices();
    }

    public Page<DutyQueries.Person> getRows() {
        return rows;
    }

    public List<ExamQueries.Choice> getExams() {
        return choices;
    }

    public Duty[] getDuties() {
        return Duty.values();
    }

    public String getSearch() {
        return search == null ? "" : search;
    }

    public String getExam() {
        return exam == null ? "" : exam;
    }

    public String getDuty() {
        return duty == null ? "" : duty;
    }

    public boolean isHolding() {
        return "yes".equals(holding);
    }
}
