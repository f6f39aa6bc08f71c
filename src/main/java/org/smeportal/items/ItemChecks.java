package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.smeportal.linter.ExamWords;
import org.smeportal.linter.Finding;
import org.smeportal.linter.LintContext;
import org.smeportal.linter.Linter;
import org.smeportal.programme.DocumentationHosts;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/** The linter with what it has to know of the programme: its documentation hosts, the words of the exam, today. */
@Singleton
public class ItemChecks {
    private final Linter linter = new Linter();
    private final Map<String, ExamWords> words = new ConcurrentHashMap<>();
    private final DocumentationHosts hosts;
    private final Clock clock;

    @Inject
    public ItemChecks(DocumentationHosts hosts, Clock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    /** {@code distractors} is how many an item needs. */
    public List<Finding> check(String examCode, ItemText text, int distractors) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return linter.check(
                text,
                new LintContext(
                        Set.copyOf(hosts.all()), today, distractors, words.computeIfAbsent(examCode, ExamWords::of)));
    }

    /** Empty references and blanks around texts are nothing that an item says. */
    static ItemText tidy(ItemText text) {
        return new ItemText(
                text.scenario().strip(),
                text.question().strip(),
                text.options().stream()
                        .map(option -> new ItemOption(
                                option.id(),
                                option.text().strip(),
                                option.key(),
                                option.rationale().strip(),
                                option.key() ? "" : option.misconception().strip()))
                        .toList(),
                text.references().stream()
                        .filter(reference -> !(reference.title() + reference.url() + reference.quote()).isBlank())
                        .map(reference -> new ItemReference(
                                reference.id(),
                                reference.title().strip(),
                                reference.url().strip(),
                                reference.quote().strip(),
                                reference.accessed()))
                        .toList());
    }
}
