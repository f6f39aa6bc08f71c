package org.smeportal.wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.WordDiff;

/** What is different between two revisions, field by field (R5.3); an option is the same one wherever it stands. */
public final class ItemDiff {
    private ItemDiff() {}

    /** What changed: its sentence is {@code wording.part.<part>} with the letter or number of the part. */
    public enum Part {
        SCENARIO,
        QUESTION,
        KEY,
        ORDER,
        OPTION,
        RATIONALE,
        MISCONCEPTION,
        REFERENCE
    }

    /** {@code place} is the letter of an option or the number of a reference, as it is now; empty for the others. */
    public record Field(Part part, String place, List<WordDiff.Paragraph> paragraphs) {}

    /** Only fields that are different; empty when both say the same. */
    public static List<Field> between(ItemText before, ItemText now) {
        List<Field> fields = new ArrayList<>();
        add(fields, Part.SCENARIO, "", before.scenario(), now.scenario());
        add(fields, Part.QUESTION, "", before.question(), now.question());
        Map<String, String> letters = letters(before, now);
        add(fields, Part.KEY, "", key(before, letters), key(now, letters));
        add(fields, Part.ORDER, "", order(before, letters), order(now, letters));
        Map<String, ItemOption> old = byId(before.options(), ItemOption::id);
        Map<String, ItemOption> fresh = byId(now.options(), ItemOption::id);
        for (String id : letters.keySet()) {
            ItemOption was = old.getOrDefault(id, EMPTY_OPTION);
            ItemOption is = fresh.getOrDefault(id, EMPTY_OPTION);
            String letter = letters.getOrDefault(id, "");
            add(fields, Part.OPTION, letter, was.text(), is.text());
            add(fields, Part.RATIONALE, letter, was.rationale(), is.rationale());
            add(fields, Part.MISCONCEPTION, letter, was.misconception(), is.misconception());
        }
        references(fields, before, now);
        return fields;
    }

    private static final ItemOption EMPTY_OPTION = new ItemOption("", "", false, "", "");

    private static void references(List<Field> fields, ItemText before, ItemText now) {
        Map<String, ItemReference> old = byId(before.references(), ItemReference::id);
        Map<String, ItemReference> fresh = byId(now.references(), ItemReference::id);
        Set<String> ids = new LinkedHashSet<>(fresh.keySet());
        ids.addAll(old.keySet());
        int number = 0;
        for (String id : ids) {
            number++;
            add(fields, Part.REFERENCE, String.valueOf(number), words(old.get(id)), words(fresh.get(id)));
        }
    }

    private static String words(@Nullable ItemReference reference) {
        return reference == null
                ? ""
                : String.join(
                        "\n\n",
                        reference.title(),
                        reference.url(),
                        reference.quote(),
                        reference.accessed() == null ? "" : reference.accessed().toString());
    }

    /** Present options by their letters of now, then those that are gone by their former ones with an apostrophe. */
    private static Map<String, String> letters(ItemText before, ItemText now) {
        Map<String, String> letters = new LinkedHashMap<>();
        for (int i = 0; i < now.options().size(); i++) {
            letters.put(now.options().get(i).id(), ItemText.letter(i));
        }
        for (int i = 0; i < before.options().size(); i++) {
            letters.putIfAbsent(before.options().get(i).id(), ItemText.letter(i) + "’");
        }
        return letters;
    }

    private static String key(ItemText text, Map<String, String> letters) {
        return text.key().map(option -> letters.getOrDefault(option.id(), "")).orElse("");
    }

    private static String order(ItemText text, Map<String, String> letters) {
        return text.options().stream()
                .map(option -> letters.getOrDefault(option.id(), ""))
                .collect(Collectors.joining(" "));
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        Map<String, T> map = new LinkedHashMap<>();
        all.forEach(one -> map.put(id.apply(one), one));
        return map;
    }

    private static void add(List<Field> fields, Part part, String place, String was, String is) {
        if (!was.equals(is)) {
            List<WordDiff.Paragraph> paragraphs = WordDiff.between(was, is);
            fields.add(new Field(part, place, paragraphs));
        }
    }
}
