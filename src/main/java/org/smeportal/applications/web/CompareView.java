package org.smeportal.applications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.applications.ApplicationQueries;
import org.smeportal.applications.ApplicationRow;
import org.smeportal.applications.Review;
import org.smeportal.kernel.Words;

/** Two or three applications beside each other. */
@Named
@RequestScoped
public class CompareView {
    private static final int MOST = 3;

    @Inject
    private ApplicationQueries applications;

    @Inject
    @Param(name = "pick")
    private @Nullable List<String> pick;

    private List<ApplicationRow> rows = List.of();
    private Map<UUID, List<Review>> reviews = Map.of();

    public void load() {
        List<UUID> ids = pick == null
                ? List.of()
                : pick.stream()
                        .map(Words::uuid)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        rows = applications.some(ids.stream().limit(MOST).toList());
        reviews = applications.reviews(rows);
    }

    public List<ApplicationRow> getRows() {
        return rows;
    }

    /** Those that the viewer may see. */
    public List<Review> reviews(UUID application) {
        return reviews.getOrDefault(application, List.of());
    }

    public boolean isTooMany() {
        return pick != null && pick.size() > MOST;
    }
}
