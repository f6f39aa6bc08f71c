package org.smeportal.checks.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.checks.CheckQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.security.Duty;

/** Checks that wait for the user: exam, duty and page in the URL. */
@Named
@RequestScoped
public class QueueView {
    @Inject
    private CheckQueries queries;

    @Inject
    @Param
    private @Nullable String exam;

    @Inject
    @Param
    private @Nullable String duty;

    @Inject
    @Param
    private @Nullable Integer page;

    private List<CheckQueries.Held> held = List.of();
    private Page<CheckQueries.Row> rows = new Page<>(List.of(), 0, 1, 1);

    public void load() {
        held = queries.held();
        rows = queries.page(getExam(), getDuty(), PageRequest.number(page == null ? 1 : page));
    }

    public boolean isFiltered() {
        return !getExam().isEmpty() || getDuty() != null;
    }

    /** Whether the user has such a duty at all. */
    public boolean isChecker() {
        return !held.isEmpty();
    }

    public Page<CheckQueries.Row> getRows() {
        return rows;
    }

    /** Where its work is done. */
    public String address(CheckQueries.Row row) {
        return switch (row.work()) {
            case CHECK -> "/app/checks/check/" + row.item() + "/" + row.duty();
            case EDITORIAL -> "/app/checks/editorial/" + row.item();
            case REVISION -> "/app/items/desk/" + row.item();
        };
    }

    public List<String> getExams() {
        return held.stream().map(CheckQueries.Held::exam).distinct().toList();
    }

    public List<Duty> getDuties() {
        return held.stream().map(CheckQueries.Held::duty).distinct().sorted().toList();
    }

    /** Only one of the user's; anything else is none. */
    public String getExam() {
        return exam != null && getExams().contains(exam) ? exam : "";
    }

    public @Nullable Duty getDuty() {
        Duty asked = Words.constant(Duty.class, duty);
        return asked != null && getDuties().contains(asked) ? asked : null;
    }
}
