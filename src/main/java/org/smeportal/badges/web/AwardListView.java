package org.smeportal.badges.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.badges.AwardQueries;
import org.smeportal.badges.AwardState;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.TimeText;

/** All awards: search, state, paging in the URL. */
@Named
@RequestScoped
public class AwardListView {

    @Inject
    private AwardQueries awards;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable String state;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<AwardQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        rows = awards.page(getSearch(), wanted(), PageRequest.number(page == null ? 1 : page));
    }

    private @Nullable AwardState wanted() {
        return Arrays.stream(AwardState.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(null);
    }

    public Page<AwardQueries.Row> getRows() {
        return rows;
    }

    public boolean isFiltered() {
        return !getSearch().isBlank() || wanted() != null;
    }

    public String getSearch() {
        return search == null ? "" : search;
    }

    public String getState() {
        return state == null ? "" : state;
    }

    public AwardState[] getStates() {
        return AwardState.values();
    }

    public String day(LocalDate date) {
        return TimeText.shortDay(date);
    }
}
