package org.smeportal.wording;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An item's text as fields by their names ({@link ItemField}), as the desk keeps it, and back. What is missing is empty. */
public final class FieldMap {
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,8}");

    private FieldMap() {}

    public static ItemText text(Map<String, String> fields) {
        String key = of(fields, ItemField.KEY);
        return new ItemText(
                of(fields, ItemField.SCENARIO),
                of(fields, ItemField.QUESTION),
                ids(of(fields, ItemField.OPTIONS)).stream()
                        .map(id -> new ItemOption(
                                id,
                                of(fields, "option." + id + ".text"),
                                id.equals(key),
                                of(fields, "option." + id + ".rationale"),
                                of(fields, "option." + id + ".misconception")))
                        .toList(),
                ids(of(fields, ItemField.REFERENCES)).stream()
                        .map(id -> new ItemReference(
                                id,
                                of(fields, "reference." + id + ".title"),
                                of(fields, "reference." + id + ".url"),
                                of(fields, "reference." + id + ".quote"),
                                date(of(fields, "reference." + id + ".accessed"))))
                        .toList());
    }

    public static Map<String, String> fields(ItemText text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(ItemField.SCENARIO, text.scenario());
        fields.put(ItemField.QUESTION, text.question());
        fields.put(
                ItemField.OPTIONS,
                String.join(",", text.options().stream().map(ItemOption::id).toList()));
        fields.put(ItemField.KEY, text.key().map(ItemOption::id).orElse(""));
        fields.put(
                ItemField.REFERENCES,
                String.join(
                        ",", text.references().stream().map(ItemReference::id).toList()));
        for (ItemOption option : text.options()) {
            fields.put(ItemField.text(option), option.text());
            fields.put(ItemField.rationale(option), option.rationale());
            fields.put(ItemField.misconception(option), option.misconception());
        }
        for (ItemReference reference : text.references()) {
            LocalDate accessed = reference.accessed();
            fields.put(ItemField.title(reference), reference.title());
            fields.put(ItemField.url(reference), reference.url());
            fields.put(ItemField.quote(reference), reference.quote());
            fields.put(ItemField.accessed(reference), accessed == null ? "" : accessed.toString());
        }
        return fields;
    }

    /** The ids in a field that is an order, such as {@code a1,a2}; each once, and none that no field could have in its name. */
    public static List<String> ids(String order) {
        return Arrays.stream(order.split(","))
                .map(String::strip)
                .filter(ID.asMatchPredicate())
                .distinct()
                .toList();
    }

    private static String of(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
