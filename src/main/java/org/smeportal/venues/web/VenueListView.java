package org.smeportal.venues.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.venues.VenueQueries;

/** The venue book: search and page in the URL; closed venues when they are asked for. */
@Named
@RequestScoped
public class VenueListView {
    @Inject
    private VenueQueries venues;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable String closed;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<VenueQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        rows = venues.page(getSearch(), isClosed(), PageRequest.number(page == null ? 1 : page));
    }

    public Page<VenueQueries.Row> getRows() {
        return rows;
    }

    public String getSearch() {
        return search == null ? "" : search;
    }

    public boolean isClosed() {
        return "yes".equals(closed);
    }
}
