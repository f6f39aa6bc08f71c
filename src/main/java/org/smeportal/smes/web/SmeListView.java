package org.smeportal.smes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.web.Urls;
import org.smeportal.smes.SmeQueries;
import org.smeportal.smes.SmeState;

/** The SME directory: search, filters, order and paging in the URL. */
@Named
@RequestScoped
public class SmeListView {
    @Inject
    private SmeQueries smes;

    @Inject
    private ExamQueries exams;

    @Inject
    private Urls urls;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable String country;

    @Inject
    @Param
    private @Nullable String exam;

    @Inject
    @Param
    private @Nullable String state;

    @Inject
    @Param
    private @Nullable String account;

    @Inject
    @Param
    private @Nullable String sort;

    @Inject
    @Param
    private @Nullable Integer page;

    private SmeQueries.Filter filter = SmeQueries.Filter.of(null, null, null, null, null, null);
    private Page<SmeQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private List<String> countries = List.of();
    private List<ExamQueries.Choice> examChoices = List.of();

    public void load() {
        filter = SmeQueries.Filter.of(search, country, exam, state, account, sort);
        rows = smes.page(filter, PageRequest.number(page == null ? 1 : page));
        countries = smes.countries();
        examChoices = exams.choices();
    }

    /** The same filter for the file. */
    public String getExportUrl() {
        String address = urls.with("page", null);
        int query = address.indexOf('?');
        return "/app/smes/export" + (query < 0 ? "" : address.substring(query));
    }

    public SmeQueries.Filter getFilter() {
        return filter;
    }

    public Page<SmeQueries.Row> getRows() {
        return rows;
    }

    public List<String> getCountries() {
        return countries;
    }

    public List<ExamQueries.Choice> getExamChoices() {
        return examChoices;
    }

    public String getAccount() {
        return account == null ? "" : account;
    }

    public SmeState[] getStates() {
        return new SmeState[] {SmeState.ACTIVE, SmeState.PAUSED};
    }
}
