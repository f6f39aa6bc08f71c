package org.smeportal.reviews.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.reviews.OwnReviews;

/** What a reviewer has to give, gave, and how close they are to the decisions; for nobody else. */
@Named
@RequestScoped
public class MyReviewsView {
    private static final int MOST = 50;

    @Inject
    private OwnReviews reviews;

    @Inject
    @Param
    private @Nullable Integer page;

    private List<OwnReviews.ToGive> sessions = List.of();
    private Page<OwnReviews.Past> past = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private OwnReviews.Given given = OwnReviews.Given.NONE;

    public void load() {
        OwnReviews.Home home = reviews.home(MOST);
        sessions = home.sessions();
        given = home.given();
        past = reviews.past(PageRequest.number(page == null ? 1 : page));
    }

    public List<OwnReviews.ToGive> getOpen() {
        return sessions.stream().filter(OwnReviews.ToGive::isOpen).toList();
    }

    public List<OwnReviews.ToGive> getComing() {
        return sessions.stream().filter(session -> !session.isOpen()).toList();
    }

    public Page<OwnReviews.Past> getPast() {
        return past;
    }

    public OwnReviews.Given getGiven() {
        return given;
    }
}
