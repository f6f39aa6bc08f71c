package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.SeenQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;

/** Who saw one item, the last first. */
@Named
@RequestScoped
public class SeenView extends OfItem {
    @Inject
    private SeenQueries seen;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<SeenQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        rows = seen.page(SeenQueries.Filter.ofItem(getItem().publicId()), PageRequest.number(page == null ? 1 : page));
    }

    public Page<SeenQueries.Row> getRows() {
        return rows;
    }
}
