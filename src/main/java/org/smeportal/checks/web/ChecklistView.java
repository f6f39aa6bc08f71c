package org.smeportal.checks.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.checks.ChecklistQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.platform.WordDiff;
import org.smeportal.security.Duty;

/** A version of a checklist, what is different from the one before, and the list of all versions. */
@Named
@RequestScoped
public class ChecklistView {
    @Inject
    private ChecklistQueries queries;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String duty;

    @Inject
    @Param(pathIndex = 1)
    private @Nullable Integer number;

    @Inject
    @Param
    private @Nullable Integer page;

    private ChecklistQueries.@Nullable Shown shown;
    private Page<ChecklistQueries.Row> versions = new Page<>(List.of(), 0, 1, 1);

    public void load() {
        Duty known = Words.constant(Duty.class, duty);
        if (known == null || number == null) {
            throw new NotFound();
        }
        shown = queries.version(known, number);
        versions = queries.versions(known, PageRequest.number(page == null ? 1 : page));
    }

    /** Question by question, and by word where one was reworded. */
    static List<WordDiff.Paragraph> differences(List<String> former, List<String> now) {
        return WordDiff.between(String.join("\n\n", former), String.join("\n\n", now));
    }

    public List<WordDiff.Paragraph> getDifferences() {
        ChecklistQueries.Version before = getShown().before();
        return before == null
                ? List.of()
                : differences(
                        before.asked().texts(), getShown().version().asked().texts());
    }

    public ChecklistQueries.Shown getShown() {
        return Objects.requireNonNull(shown);
    }

    public Page<ChecklistQueries.Row> getVersions() {
        return versions;
    }
}
