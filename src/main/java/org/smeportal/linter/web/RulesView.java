package org.smeportal.linter.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.smeportal.linter.Rule;

/** The list of the rules. */
@Named
@RequestScoped
public class RulesView {
    public List<Rule> getRules() {
        return List.of(Rule.values());
    }
}
