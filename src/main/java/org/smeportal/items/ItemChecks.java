package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.smeportal.linter.Finding;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/** The linter as the programme has set it: its documentation hosts, the words of the exam, today. */
@Singleton
public class ItemChecks {
    @Inject
    public ItemChecks() {}

    public List<Finding> check(String examCode, ItemText text) {
        return List.of();
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
