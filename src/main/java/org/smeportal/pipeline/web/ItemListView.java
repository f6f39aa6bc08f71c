package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.exams.ExamQueries;
import org.smeportal.items.ItemQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.linter.Level;
import org.smeportal.linter.Rule;
import org.smeportal.pipeline.PipelineQueries;
import org.smeportal.pipeline.StateGroup;
import org.smeportal.platform.web.Urls;

/** Items that were handed in: filter, order and page in the URL; no author and no text. */
@Named
@RequestScoped
public class ItemListView {
    @Inject
    private ItemQueries items;

    @Inject
    private PipelineQueries pipeline;

    @Inject
    private Urls urls;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    @Inject
    @Param
    private @Nullable Integer page;

    private @Nullable ItemAddress address;
    private Page<ItemQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private List<ExamQueries.Choice> exams = List.of();
    private List<PipelineQueries.Domain> domains = List.of();
    private List<PipelineQueries.Choice> workshops = List.of();

    public void load() {
        ItemAddress asked = getAddress();
        exams = pipeline.exams();
        domains = exams.stream()
                .filter(exam -> exam.code().equals(asked.exam()))
                .findFirst()
                .map(exam -> pipeline.domains(exam.id(), null))
                .orElse(List.of());
        workshops = pipeline.workshopChoices();
        rows = items.page(asked.filter(clock), asked.sort(), PageRequest.number(page == null ? 1 : page));
    }

    /** Days in its state, counted by the days of UTC. */
    public long days(ItemQueries.Row row) {
        return days(row.since(), clock.instant());
    }

    static long days(Instant since, Instant now) {
        return Math.max(
                0,
                ChronoUnit.DAYS.between(
                        LocalDate.ofInstant(since, ZoneOffset.UTC), LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    public String getExportUrl() {
        String query = urls.getQuery();
        return "/app/pipeline/export" + (query.isEmpty() ? "" : "?" + query);
    }

    public String getWorkbookUrl() {
        String url = getExportUrl();
        return url + (url.contains("?") ? "&" : "?") + "format=xlsx";
    }

    public boolean isFiltered() {
        return !getAddress().asksForNothing();
    }

    public ItemAddress getAddress() {
        if (address == null) {
            address = ItemAddress.of(request);
        }
        return address;
    }

    public Page<ItemQueries.Row> getRows() {
        return rows;
    }

    public List<ExamQueries.Choice> getExams() {
        return exams;
    }

    public List<PipelineQueries.Domain> getDomains() {
        return domains;
    }

    public List<PipelineQueries.Choice> getWorkshops() {
        return workshops;
    }

    /** Those of an item that can be waived. */
    public List<Rule> getRules() {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.levels().contains(Level.WARNING) && rule != Rule.L27)
                .toList();
    }

    public List<StateGroup> getGroups() {
        return List.of(StateGroup.values()).stream()
                .filter(group -> group != StateGroup.DRAFTS)
                .toList();
    }
}
