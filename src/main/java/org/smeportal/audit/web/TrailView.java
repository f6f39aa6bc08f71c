package org.smeportal.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.audit.AuditQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;

/** The audit trail: search and paging in the URL. */
@Named
@RequestScoped
public class TrailView {
    @Inject
    private AuditQueries audit;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<AuditQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        rows = audit.page(getSearch(), PageRequest.number(page == null ? 1 : page));
    }

    public Page<AuditQueries.Row> getRows() {
        return rows;
    }

    public String getSearch() {
        return search == null ? "" : search;
    }
}
