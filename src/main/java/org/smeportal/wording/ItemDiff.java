package org.smeportal.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.smeportal.platform.WordDiff;

/** What is different between two states of an item, field by field in the order of the page (R5.3). */
public final class ItemDiff {
    private ItemDiff() {}

    /**
     * {@code name} is that of {@code wording.field.<name>}, {@code letter} the option's as it is now (as it was, when it is gone),
     * empty for what is no option.
     */
    public record Change(String name, String letter, List<WordDiff.Paragraph> paragraphs) {}

    public static List<Change> between(ItemText former, ItemText now) {
        Map<String, String> old = FieldMap.fields(former);
        Map<String, String> fresh = FieldMap.fields(now);
        List<Change> changes = new ArrayList<>();
        add(changes, "scenario", "", former.scenario(), now.scenario());
        add(changes, "question", "", former.question(), now.question());
        Set<String> options = new LinkedHashSet<>(
                now.options().stream().map(ItemOption::id).toList());
        options.addAll(former.options().stream().map(ItemOption::id).toList());
        for (String id : options) {
            String letter = letter(now, id).isEmpty() ? letter(former, id) : letter(now, id);
            for (String part : List.of("text", "rationale", "misconception")) {
                String field = "option." + id + "." + part;
                add(changes, part, letter, old.getOrDefault(field, ""), fresh.getOrDefault(field, ""));
            }
        }
        add(changes, "order", "", order(former), order(now));
        add(changes, "key", "", key(former), key(now));
        add(changes, "references", "", references(former), references(now));
        return changes;
    }

    private static void add(List<Change> changes, String name, String letter, String was, String is) {
        if (!was.equals(is)) {
            List<WordDiff.Paragraph> words = WordDiff.between(was, is);
            if (!words.isEmpty()) {
                changes.add(new Change(name, letter, words));
            }
        }
    }

    private static String letter(ItemText text, String id) {
        for (int i = 0; i < text.options().size(); i++) {
            if (text.options().get(i).id().equals(id)) {
                return ItemText.letter(i);
            }
        }
        return "";
    }

    /** The beginnings of the options tell their order better than ids. */
    private static String order(ItemText text) {
        return String.join(
                "\n\n",
                text.options().stream()
                        .map(option -> option.text().lines().findFirst().orElse(""))
                        .toList());
    }

    private static String key(ItemText text) {
        return text.key().map(ItemOption::text).orElse("");
    }

    private static String references(ItemText text) {
        return String.join(
                "\n\n",
                text.references().stream()
                        .map(reference -> String.join(
                                " ",
                                reference.title(),
                                reference.url(),
                                Objects.toString(reference.accessed(), ""),
                                reference.quote()))
                        .toList());
    }
}
