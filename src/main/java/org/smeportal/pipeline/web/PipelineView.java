package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.exams.ExamQueries;
import org.smeportal.items.ItemStatus;
import org.smeportal.pipeline.Forecast;
import org.smeportal.pipeline.ForecastQueries;
import org.smeportal.pipeline.Pipeline;
import org.smeportal.pipeline.PipelineQueries;
import org.smeportal.pipeline.StateGroup;

/** The items of one exam: domains × states, targets, and what waits longest (R8.2). */
@Named
@RequestScoped
public class PipelineView {
    @Inject
    private PipelineQueries queries;

    @Inject
    private ForecastQueries forecasts;

    @Inject
    private Clock clock;

    @Inject
    @Param(name = "exam")
    private @Nullable String code;

    private List<ExamQueries.Choice> exams = List.of();
    private ExamQueries.@Nullable Choice exam;
    private Pipeline table = new Pipeline(List.of(), Optional.empty(), Map.of(), Map.of());
    private List<PipelineQueries.Workshop> workshops = List.of();
    private Map<ItemStatus, Integer> over = Map.of();
    private @Nullable Forecast forecast;

    public void load() {
        exams = queries.exams();
        exam = find(code).or(() -> queries.busiest().flatMap(this::find)).orElse(exams.isEmpty() ? null : exams.get(0));
        if (exam != null) {
            List<PipelineQueries.Count> counts = queries.counts(exam.id());
            table = Pipeline.of(
                    queries.domains(exam.id(), null), counts, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            over = Pipeline.byStatus(counts, StateGroup.OVER);
            workshops = queries.workshops(exam.id());
            forecast = forecasts.of(exam.id());
        }
    }

    private Optional<ExamQueries.Choice> find(@Nullable String wanted) {
        return exams.stream().filter(one -> one.code().equals(wanted)).findFirst();
    }

    /** The list with what a cell counts. */
    public String link(int domain, StateGroup group) {
        return list() + (domain > 0 ? "&domain=" + domain : "") + "&state=" + group;
    }

    public String link(ItemStatus status) {
        return list() + "&state=" + status;
    }

    private String list() {
        return "/app/pipeline/item-list?exam=" + (exam == null ? "" : exam.code());
    }

    public List<ExamQueries.Choice> getExams() {
        return exams;
    }

    public ExamQueries.@Nullable Choice getExam() {
        return exam;
    }

    public Pipeline getTable() {
        return table;
    }

    public List<PipelineQueries.Workshop> getWorkshops() {
        return workshops;
    }

    /** Rejected and retired ones. */
    public Map<ItemStatus, Integer> getOver() {
        return over;
    }

    public List<ItemStatus> getOverStates() {
        return StateGroup.OVER.inOrder();
    }

    /** What will probably stand after the coming workshops; null without an exam. */
    public @Nullable Forecast getForecast() {
        return forecast;
    }

    public List<StateGroup> getColumns() {
        return StateGroup.COLUMNS;
    }
}
