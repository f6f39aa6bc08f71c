package org.smeportal.applications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.applications.Criterion;
import org.smeportal.applications.Rubric;
import org.smeportal.applications.RubricQueries;
import org.smeportal.applications.WhatIf;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;

/** The rubric with its versions, and a look at other weights (R1.3): typed into the address, stored nowhere. */
@Named
@RequestScoped
public class RubricView {
    private static final int LINE = 10;

    @Inject
    private RubricQueries rubrics;

    @Inject
    private CurrentUser user;

    @Inject
    @Param
    private @Nullable Integer line;

    private @Nullable Rubric rubric;
    private List<RubricQueries.Version> versions = List.of();
    private List<WhatIf.Row> rows = List.of();

    public void load() {
        Rubric current = rubrics.current();
        rubric = current;
        versions = rubrics.versions();
        if (isAsked() && user.may(Permission.MANAGE_APPLICATIONS)) {
            Map<String, Integer> now = new LinkedHashMap<>();
            Map<String, Integer> then = new LinkedHashMap<>();
            current.criteria().forEach(criterion -> {
                now.put(criterion.name(), criterion.weight());
                then.put(criterion.name(), weight(criterion));
            });
            rows = WhatIf.compare(rubrics.scored(), now, then, getLine());
        }
    }

    /** Whether other weights were typed. */
    public boolean isAsked() {
        return getRubric().criteria().stream()
                .anyMatch(criterion -> Faces.getRequestParameter("weight." + criterion.id()) != null);
    }

    /** As typed; the current one where nothing sensible was. */
    public int weight(Criterion criterion) {
        String typed = Faces.getRequestParameter("weight." + criterion.id());
        return typed != null && typed.strip().matches("\\d{1,3}")
                ? Math.min(Integer.parseInt(typed.strip()), Criterion.MOST_WEIGHT)
                : criterion.weight();
    }

    public long getCrossing() {
        return rows.stream().filter(row -> row.crosses() != null).count();
    }

    public String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    public int getLine() {
        return line == null ? LINE : Math.min(Math.max(line, 1), 1000);
    }

    public Rubric getRubric() {
        return Objects.requireNonNull(rubric);
    }

    public List<RubricQueries.Version> getVersions() {
        return versions;
    }

    public List<WhatIf.Row> getRows() {
        return rows;
    }
}
