package org.smeportal.linter.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.NotFound;
import org.smeportal.linter.ExamWords;
import org.smeportal.linter.Level;
import org.smeportal.linter.Rule;

/** What one rule looks for and why. */
@Named
@RequestScoped
public class RuleView {
    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    public void load() {
        if (rule().isEmpty()) {
            throw new NotFound();
        }
    }

    public Rule getRule() {
        return rule().orElseThrow(NotFound::new);
    }

    /** Which sentence says whether it can be waived. */
    public String getWaiver() {
        List<Level> levels = getRule().levels();
        boolean error = levels.contains(Level.ERROR);
        boolean warning = levels.contains(Level.WARNING);
        return error && warning ? "both" : error ? "no" : warning ? "yes" : "none";
    }

    /** For the rule that warns of them. */
    public List<ExamWords.Retired> getRetired() {
        return getRule() == Rule.L25 ? ExamWords.of("").retiredServices() : List.of();
    }

    private Optional<Rule> rule() {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.name().equals(id))
                .findFirst();
    }
}
