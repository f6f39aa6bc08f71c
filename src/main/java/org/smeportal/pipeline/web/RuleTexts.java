package org.smeportal.pipeline.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.smeportal.linter.Rule;
import org.smeportal.platform.Text;

/** A rule of the linter as pages name it, with its own page. */
@ApplicationScoped
public class RuleTexts {
    private static final String PREFIX = "linter.rule.";

    @Inject
    private Text text;

    /** Empty while a rule has no sentence. */
    public String words(Rule rule) {
        String key = PREFIX + rule;
        String words = text.of(key);
        return words.equals(key) ? "" : words;
    }

    public String link(Rule rule) {
        return "/app/linter/rule/" + rule;
    }
}
