package org.smeportal.applications.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.applications.ApplicationQueries;
import org.smeportal.applications.ApplicationQueries.Neighbours;
import org.smeportal.applications.ApplicationRow;
import org.smeportal.applications.QueueFilter;
import org.smeportal.applications.Review;
import org.smeportal.applications.RubricQueries;
import org.smeportal.applications.ScoreApplication;
import org.smeportal.applications.Scores;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;

/** One application: its answers, and beside them the viewer's own scores; then the next one of the list (R1.3). */
@Named
@RequestScoped
public class ApplicationView {
    @Inject
    private ApplicationQueries applications;

    @Inject
    private RubricQueries rubrics;

    @Inject
    private ScoreApplication scoring;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param(name = "in")
    private @Nullable String in;

    private @Nullable ApplicationRow application;
    private QueueFilter filter = QueueFilter.parse(null);
    private @Nullable Neighbours neighbours;
    private List<Review> reviews = List.of();
    private @Nullable Review own;
    private @Nullable ScoreForm form;

    @PostConstruct
    void readForAct() {
        filter = QueueFilter.parse(in);
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        ApplicationRow found =
                Optional.ofNullable(Words.uuid(id)).flatMap(applications::one).orElseThrow(NotFound::new);
        application = found;
        neighbours = applications.neighbours(found.publicId(), filter).orElse(null);
        reviews = applications.reviews(List.of(found)).getOrDefault(found.publicId(), List.of());
        own = reviews.stream()
                .filter(review -> review.reviewerId() == user.accountId())
                .findFirst()
                .orElse(null);
        Integer begun = ScoreForm.version();
        Integer version = begun == null && own != null ? Integer.valueOf(own.rubric()) : begun;
        form = new ScoreForm(
                version == null ? rubrics.current() : rubrics.version(version).orElseGet(rubrics::current), own);
    }

    public void save() {
        score();
        Faces.redirect(ApplicationRoutes.one(getApplication().publicId(), filter));
    }

    public void saveAndNext() {
        UUID next = neighbours == null ? null : neighbours.after();
        score();
        Faces.redirect(next == null ? ApplicationRoutes.list(filter) : ApplicationRoutes.one(next, filter));
    }

    private void score() {
        scoring.score(new ScoreApplication.Scored(
                getApplication().publicId(),
                getForm().getRubric().number(),
                getForm().points(),
                getForm().getComment()));
        messages.note("applications.scored", getApplication().name());
    }

    /** Whether the reviewers think differently of that criterion. */
    public boolean isApart(String criterion) {
        return Scores.farApart(reviews).contains(criterion);
    }

    public boolean isOverdue() {
        return getApplication().isOverdue(applications.today());
    }

    public ApplicationRow getApplication() {
        return Objects.requireNonNull(application);
    }

    public ScoreForm getForm() {
        return Objects.requireNonNull(form);
    }

    /** Null when the list that it was opened from does not hold it any more. */
    public @Nullable Neighbours getNeighbours() {
        return neighbours;
    }

    public QueueFilter getFilter() {
        return filter;
    }

    public String getListUrl() {
        return ApplicationRoutes.list(filter);
    }

    /** Those that the viewer may see: the own one, and all once both are in. */
    public List<Review> getReviews() {
        return reviews;
    }

    public @Nullable Review getOwn() {
        return own;
    }
}
