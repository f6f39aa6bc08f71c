package org.smeportal.applications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.applications.ApplicationQueries;
import org.smeportal.applications.ApplicationRow;
import org.smeportal.applications.ApplicationState;
import org.smeportal.applications.Attendance;
import org.smeportal.applications.QueueFilter;
import org.smeportal.applications.QueueSort;
import org.smeportal.applications.QueueTab;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.TimeText;
import org.smeportal.platform.web.Urls;

/** The queue (R1.3): stages as tabs, filters, order and page in the URL; ticked ones are decided or compared. */
@Named
@RequestScoped
public class ApplicationListView {
    private static final int PAGE_SIZE = 50;

    @Inject
    private ApplicationQueries applications;

    @Inject
    private ExamQueries exams;

    @Inject
    private Urls urls;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private @Nullable Integer page;

    private QueueFilter filter = QueueFilter.parse(null);
    private Map<ApplicationState, Long> counts = Map.of();
    private Page<ApplicationRow> rows = new Page<>(List.of(), 0, 1, PAGE_SIZE);
    private List<String> countries = List.of();
    private List<ExamQueries.Choice> examChoices = List.of();

    /** A tab with how many it holds. */
    public record Tab(QueueTab stage, long count, String url, boolean shown) {}

    public void load() {
        filter = QueueFilter.of(Faces::getRequestParameter);
        counts = applications.counts(filter);
        rows = applications.page(
                filter,
                ApplicationQueries.count(counts, filter.tab()),
                new PageRequest(page == null ? 1 : page, PAGE_SIZE));
        countries = applications.countries();
        examChoices = exams.choices();
    }

    public List<Tab> getTabs() {
        return Arrays.stream(QueueTab.values())
                .map(tab ->
                        new Tab(tab, ApplicationQueries.count(counts, tab), urls.with("tab", tab), tab == filter.tab()))
                .toList();
    }

    public String getExportUrl() {
        String query = filter.query();
        return "/app/applications/export" + (query.isEmpty() ? "" : "?" + query);
    }

    /** 14:05 Lisbon */
    public String clockIn(ZoneId zone) {
        return TimeText.time(clock.instant(), zone) + " " + TimeText.city(zone);
    }

    public boolean isOverdue(ApplicationRow row) {
        return row.isOverdue(applications.today());
    }

    public QueueFilter getFilter() {
        return filter;
    }

    public Page<ApplicationRow> getRows() {
        return rows;
    }

    public List<String> getCountries() {
        return countries;
    }

    public List<ExamQueries.Choice> getExamChoices() {
        return examChoices;
    }

    public Attendance[] getAttendances() {
        return Attendance.values();
    }

    public QueueSort[] getSorts() {
        return QueueSort.values();
    }
}
