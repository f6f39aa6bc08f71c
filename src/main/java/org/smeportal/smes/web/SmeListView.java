package org.smeportal.smes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.TimeText;
import org.smeportal.platform.web.Urls;
import org.smeportal.security.CurrentUser;
import org.smeportal.smes.BulkAct;
import org.smeportal.smes.SmeColumn;
import org.smeportal.smes.SmeQueries;

/** The SME directory: search, filters with their counts, columns, order and paging in the URL. */
@Named
@RequestScoped
public class SmeListView {
    @Inject
    private SmeQueries smes;

    @Inject
    private Urls urls;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    private DirectoryAddress address;

    @Inject
    @Param
    private @Nullable Integer page;

    private SmeQueries.Filter filter = SmeQueries.Filter.of(null, null, null, null, null, null);
    private Set<SmeColumn> columns = SmeColumn.USUAL;
    private Page<SmeQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private Map<Long, Integer> thisYear = Map.of();

    public void load() {
        columns = address.columns();
        if (address.isScattered()) {
            Faces.redirect(urls.with("columns", SmeColumn.address(columns)));
            return;
        }
        filter = address.filter();
        rows = smes.page(filter, PageRequest.number(page == null ? 1 : page));
        if (columns.contains(SmeColumn.THIS_YEAR)) {
            int year = LocalDate.ofInstant(clock.instant(), user.getZone()).getYear();
            thisYear = smes.attendedIn(
                    year, rows.rows().stream().map(SmeQueries.Row::id).toList());
        }
    }

    /** The same filter for the file; with {@code chosen} only the columns that are shown. */
    public String exportUrl(String format, boolean chosen) {
        String at = urls.with("page", null);
        int query = at.indexOf('?');
        String same = query < 0 ? "" : "&" + at.substring(query + 1);
        return "/app/smes/export?format=" + format + (chosen ? "&shown=true" : "") + same;
    }

    public boolean shows(String column) {
        return columns.contains(SmeColumn.valueOf(column));
    }

    public int thisYear(long sme) {
        return thisYear.getOrDefault(sme, 0);
    }

    /** What the clock says where that SME is. */
    public String clock(SmeQueries.Row sme) {
        return TimeText.time(clock.instant(), sme.zone());
    }

    public SmeQueries.Filter getFilter() {
        return filter;
    }

    public Page<SmeQueries.Row> getRows() {
        return rows;
    }

    public DirectoryAddress getAddress() {
        return address;
    }

    public SmeColumn[] getAllColumns() {
        return SmeColumn.values();
    }

    public String getColumnAddress() {
        return SmeColumn.address(columns);
    }

    public BulkAct[] getActs() {
        return BulkAct.values();
    }
}
