package org.smeportal.dashboards.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.smeportal.reviews.ReviewerQueries;
import org.smeportal.security.CurrentUser;

/** The reviews part of a programme manager's home (R8.2): sessions, items that wait too long, reviewers, rounds. */
@Named
@RequestScoped
public class ReviewLoadHomeView {
    @Inject
    private ReviewerQueries reviewers;

    @Inject
    private CurrentUser user;

    private ReviewerQueries.Load load = ReviewerQueries.Load.NONE;

    public void load() {
        if (user.isPm()) {
            load = reviewers.load();
        }
    }

    public ReviewerQueries.Load getLoad() {
        return load;
    }
}
