package org.smeportal.dashboards.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.smeportal.reviews.OwnReviews;
import org.smeportal.security.CurrentUser;

/** The reviews part of an SME's home (R8.1): sessions to join, those that come, and what they gave. */
@Named
@RequestScoped
public class OwnReviewsHomeView {
    private static final int LATEST = 5;

    @Inject
    private OwnReviews reviews;

    @Inject
    private CurrentUser user;

    private OwnReviews.Home home = new OwnReviews.Home(List.of(), OwnReviews.Given.NONE);

    public void load() {
        if (user.isSme()) {
            home = reviews.home(LATEST);
        }
    }

    public List<OwnReviews.ToGive> getOpen() {
        return home.sessions().stream().filter(OwnReviews.ToGive::isOpen).toList();
    }

    public List<OwnReviews.ToGive> getComing() {
        return home.sessions().stream().filter(session -> !session.isOpen()).toList();
    }

    public OwnReviews.Given getGiven() {
        return home.given();
    }
}
