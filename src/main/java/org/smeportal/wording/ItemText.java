package org.smeportal.wording;

import java.util.List;
import java.util.Optional;

/**
 * Everything that an item says, in Markdown; texts that are missing are empty. A draft may be incomplete in every way: no
 * option, none or several keys.
 */
public record ItemText(String scenario, String question, List<ItemOption> options, List<ItemReference> references) {
    public static final ItemText EMPTY = new ItemText("", "", List.of(), List.of());

    public ItemText {
        options = List.copyOf(options);
        references = List.copyOf(references);
    }

    /** The only key; empty while there is none or more than one. */
    public Optional<ItemOption> key() {
        List<ItemOption> keys = options.stream().filter(ItemOption::key).toList();
        return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
    }

    public List<ItemOption> distractors() {
        return options.stream().filter(option -> !option.key()).toList();
    }

    /** The letter under which candidates see the option at that place: A is the first. */
    public static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }
}
