package org.smeportal.agreements.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.agreements.AgreementQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;

/** All versions of the agreement with how many accepted each. */
@Named
@RequestScoped
public class AgreementListView {
    @Inject
    private AgreementQueries agreements;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<AgreementQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private long asked;

    public void load() {
        rows = agreements.page(PageRequest.number(page == null ? 1 : page));
        asked = agreements.asked();
    }

    public Page<AgreementQueries.Row> getRows() {
        return rows;
    }

    public long getAsked() {
        return asked;
    }

    /** The one that is being written; there is at most one, and it is the newest. */
    public AgreementQueries.@Nullable Row getDraft() {
        return rows.rows().stream()
                .filter(AgreementQueries.Row::isDraft)
                .findFirst()
                .orElse(null);
    }
}
