package org.smeportal.replies.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.replies.OwnFeedback;
import org.smeportal.reviews.Aspect;

/** What groups decided about an author's items, unread first, and what their comments were about. */
@Named
@RequestScoped
public class FeedbackListView {
    @Inject
    private OwnFeedback feedback;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<OwnFeedback.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private Map<Aspect, Long> aspects = Map.of();

    public void load() {
        rows = feedback.page(PageRequest.number(page == null ? 1 : page));
        aspects = feedback.aspects();
    }

    public Page<OwnFeedback.Row> getRows() {
        return rows;
    }

    /** Most first. */
    public List<Aspect> getAspects() {
        return List.copyOf(aspects.keySet());
    }

    public long count(Aspect aspect) {
        return aspects.getOrDefault(aspect, 0L);
    }
}
