package org.smeportal.reviews.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.smeportal.reviews.OwnReviews;

/** How many sessions are open for an SME, beside the link in the navigation. */
@Named
@RequestScoped
public class OpenReviewsView {
    @Inject
    private OwnReviews reviews;

    private @Nullable Integer count;

    public int getCount() {
        if (count == null) {
            count = reviews.open();
        }
        return count;
    }
}
