package org.smeportal.applications.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.applications.ChangeRubric;
import org.smeportal.applications.Criterion;
import org.smeportal.applications.Rubric;
import org.smeportal.applications.RubricQueries;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.web.Messages;

/** A new version of the rubric: as many rows as there can be criteria; one without a name is left out. */
@Named
@RequestScoped
public class RubricEditView {
    @Inject
    private RubricQueries rubrics;

    @Inject
    private ChangeRubric change;

    @Inject
    private Messages messages;

    private final List<Row> rows = new ArrayList<>();
    private int basis;

    @PostConstruct
    void open() {
        Rubric current = rubrics.current();
        basis = current.number();
        current.criteria().forEach(criterion -> rows.add(new Row(criterion)));
        while (rows.size() < Rubric.MOST_CRITERIA) {
            rows.add(new Row(null));
        }
    }

    public String save() {
        List<Criterion> criteria =
                rows.stream().filter(row -> !row.isEmpty()).map(Row::criterion).toList();
        messages.note("applications.rubric.saved", change.change(new ChangeRubric.NewVersion(basis, criteria)));
        return "/app/applications/rubric?faces-redirect=true";
    }

    public List<Row> getRows() {
        return rows;
    }

    public int getBasis() {
        return basis;
    }

    public void setBasis(int basis) {
        this.basis = basis;
    }

    /** What is typed of one criterion. */
    public static class Row {
        private @Nullable String name;
        private @Nullable String description;
        private @Nullable String weight;
        private @Nullable String anchors;

        Row(@Nullable Criterion criterion) {
            if (criterion != null) {
                name = criterion.name();
                description = criterion.description();
                weight = Integer.toString(criterion.weight());
                anchors = String.join("\n", criterion.anchors());
            }
        }

        boolean isEmpty() {
            return name == null || name.isBlank();
        }

        Criterion criterion() {
            String typed = weight == null ? "" : weight.strip();
            if (description == null || description.isBlank()) {
                throw new Refused("applications.refused.noDescription", String.valueOf(name));
            }
            return Criterion.typed(
                    name, description, typed.matches("\\d{1,3}") ? Integer.valueOf(typed) : null, anchors);
        }

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name;
        }

        public @Nullable String getDescription() {
            return description;
        }

        public void setDescription(@Nullable String description) {
            this.description = description;
        }

        public @Nullable String getWeight() {
            return weight;
        }

        public void setWeight(@Nullable String weight) {
            this.weight = weight;
        }

        public @Nullable String getAnchors() {
            return anchors;
        }

        public void setAnchors(@Nullable String anchors) {
            this.anchors = anchors;
        }
    }
}
