package org.smeportal.applications.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.smeportal.applications.Review;
import org.smeportal.applications.Rubric;

/** A reviewer's own points and comment: as typed just now, else as saved before. */
public class ScoreForm {
    private final Rubric rubric;
    private final @Nullable Review own;
    private @Nullable String comment;

    ScoreForm(Rubric rubric, @Nullable Review own) {
        this.rubric = rubric;
        this.own = own;
        this.comment = own == null ? null : own.comment();
    }

    /** Whether this form was sent, and no other one of the page. */
    private static boolean isSent() {
        return Faces.isPostback() && version() != null;
    }

    /** The version of the rubric that the reviewer has begun with; null before. */
    static @Nullable Integer version() {
        String typed = Faces.getRequestParameter("rubric");
        return typed != null && typed.matches("\\d{1,6}") ? Integer.valueOf(typed) : null;
    }

    /** By criterion; one without a choice is missing. */
    Map<Long, Integer> points() {
        Map<Long, Integer> points = new HashMap<>();
        rubric.criteria().forEach(criterion -> {
            Integer chosen = typed(criterion.id());
            if (chosen != null) {
                points.put(criterion.id(), chosen);
            }
        });
        return points;
    }

    public boolean isChosen(long criterion, int points) {
        Integer chosen = isSent() ? typed(criterion) : saved(criterion);
        return chosen != null && chosen == points;
    }

    private static @Nullable Integer typed(long criterion) {
        String value = Faces.getRequestParameter("points." + criterion);
        return value != null && value.matches("[0-4]") ? Integer.valueOf(value) : null;
    }

    private @Nullable Integer saved(long criterion) {
        return own == null
                ? null
                : own.given().stream()
                        .filter(given -> given.criterionId() == criterion)
                        .map(Review.Given::points)
                        .findFirst()
                        .orElse(null);
    }

    public Rubric getRubric() {
        return rubric;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }
}
