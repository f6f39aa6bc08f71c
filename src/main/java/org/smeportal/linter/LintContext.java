package org.smeportal.linter;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the rules have to know besides the item.
 *
 * @param documentationHosts hosts of the programme's documentation; those below them count too, none means any
 * @param distractors how many an item needs
 */
public record LintContext(Set<String> documentationHosts, LocalDate today, int distractors, ExamWords words) {
    public static final int USUAL_DISTRACTORS = 3;

    public LintContext {
        documentationHosts = Set.copyOf(documentationHosts);
    }

    public LintContext(Set<String> documentationHosts, LocalDate today, ExamWords words) {
        this(documentationHosts, today, USUAL_DISTRACTORS, words);
    }
}
