package org.smeportal.replies.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.smeportal.replies.OwnFeedback;
import org.smeportal.security.CurrentUser;

/** The number beside the way to an author's feedback, on every page of an SME: counted once a page. */
@Named
@RequestScoped
public class FeedbackCountView {
    @Inject
    private OwnFeedback feedback;

    @Inject
    private CurrentUser user;

    private @Nullable Long waiting;

    public long getWaiting() {
        if (waiting == null) {
            waiting = user.isSme() ? feedback.waiting() : 0L;
        }
        return waiting;
    }
}
