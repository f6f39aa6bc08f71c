package org.smeportal.changes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.changes.ChangeQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;

/** All changes, the newest first. */
@Named
@RequestScoped
public class ChangeListView {
    @Inject
    private ChangeQueries queries;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<ChangeQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        rows = queries.page(PageRequest.number(page == null ? 1 : page));
    }

    public Page<ChangeQueries.Row> getRows() {
        return rows;
    }
}
