package org.smeportal.reviews.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.reviews.Live;
import org.smeportal.reviews.ReviewQueries;

/** The console of who leads a session: the page holds its id, its script fetches the rest from {@link LiveServlet} (R9.4). */
@Named
@RequestScoped
public class LeadView {
    @Inject
    private ReviewQueries queries;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private Live.@Nullable Head head;

    /** Whoever reviews in the group does not lead it (R6.1). */
    public void load() {
        UUID session = Words.named(id);
        Live.Head found = queries.head(session).orElseThrow(NotFound::new);
        head = found;
        if (!found.lead()) {
            Faces.redirect("/app/reviews/session/%s", session.toString());
        }
    }

    public Live.@Nullable Head getHead() {
        return head;
    }
}
