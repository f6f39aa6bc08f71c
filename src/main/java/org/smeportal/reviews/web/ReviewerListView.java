package org.smeportal.reviews.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.reviews.ReviewerQueries;

/** Reviewers with their load, and what reviews cost: search, order and page in the URL. */
@Named
@RequestScoped
public class ReviewerListView {
    @Inject
    private ReviewerQueries reviewers;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable String sort;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<ReviewerQueries.Reviewer> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private ReviewerQueries.Load load = ReviewerQueries.Load.NONE;
    private List<ReviewerQueries.LongWay> longWays = List.of();

    public void load() {
        rows = reviewers.page(getSearch(), getSort(), PageRequest.number(page == null ? 1 : page));
        load = reviewers.load();
        longWays = reviewers.longWays();
    }

    public Page<ReviewerQueries.Reviewer> getRows() {
        return rows;
    }

    public ReviewerQueries.Load getLoad() {
        return load;
    }

    public List<ReviewerQueries.LongWay> getLongWays() {
        return longWays;
    }

    public String getSearch() {
        return search == null ? "" : search;
    }

    public ReviewerQueries.Sort getSort() {
        ReviewerQueries.Sort asked = Words.constant(ReviewerQueries.Sort.class, sort);
        return asked == null ? ReviewerQueries.Sort.LOAD : asked;
    }
}
