package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.exams.ExamQueries;
import org.smeportal.items.SeenQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.pipeline.PipelineQueries;
import org.smeportal.platform.web.Urls;
import org.smeportal.security.CurrentUser;

/** Who saw items of an exam, a workshop or a period, or what one person saw (R9.3); a watermark leads to its person. */
@Named
@RequestScoped
public class SeenListView {
    @Inject
    private SeenQueries seen;

    @Inject
    private PipelineQueries pipeline;

    @Inject
    private CurrentUser user;

    @Inject
    private Urls urls;

    @Inject
    private HttpServletRequest request;

    @Inject
    @Param
    private @Nullable Integer page;

    private @Nullable SeenAddress address;
    private boolean unknownMark;
    private SeenQueries.@Nullable Viewer viewer;
    private Page<SeenQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private List<ExamQueries.Choice> exams = List.of();
    private List<PipelineQueries.Choice> workshops = List.of();

    public void load() {
        SeenAddress asked = getAddress();
        if (!asked.mark().isEmpty()) {
            Optional<SeenQueries.Viewer> marked = seen.marked(asked.mark());
            if (marked.isPresent()) {
                Faces.redirect("/app/pipeline/seen-list?who=" + marked.get().account());
                return;
            }
            unknownMark = true;
        }
        exams = pipeline.exams();
        workshops = pipeline.workshopChoices();
        viewer = Optional.ofNullable(Words.uuid(asked.who()))
                .flatMap(seen::viewer)
                .orElse(null);
        rows = seen.page(asked.filter(user.getZone()), PageRequest.number(page == null ? 1 : page));
    }

    public String getExportUrl() {
        String query = urls.getQuery();
        return "/app/pipeline/export-seen" + (query.isEmpty() ? "" : "?" + query);
    }

    public SeenAddress getAddress() {
        if (address == null) {
            address = SeenAddress.of(request);
        }
        return address;
    }

    public boolean isFiltered() {
        return !getAddress().asksForNothing();
    }

    public boolean isUnknownMark() {
        return unknownMark;
    }

    /** The one person that it is about. */
    public SeenQueries.@Nullable Viewer getViewer() {
        return viewer;
    }

    public Page<SeenQueries.Row> getRows() {
        return rows;
    }

    public List<ExamQueries.Choice> getExams() {
        return exams;
    }

    public List<PipelineQueries.Choice> getWorkshops() {
        return workshops;
    }
}
