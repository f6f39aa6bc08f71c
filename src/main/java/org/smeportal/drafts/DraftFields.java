package org.smeportal.drafts;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.linter.Rule;
import org.smeportal.wording.ItemField;

/** Which fields a draft has, and what each may hold. */
public final class DraftFields {
    /** The most fields of one draft: an item has about thirty. */
    public static final int MOST = 150;

    public static final String DOMAIN = "domain";
    public static final String TASK = "task";
    /** Before the rule and the field that a waiver is about: {@code waiver.L1@option.a1.text}; its value is the reason. */
    static final String WAIVER = "waiver.";

    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry(ItemField.SCENARIO, 6000),
            Map.entry(ItemField.QUESTION, 1500),
            Map.entry(ItemField.OPTIONS, 200),
            Map.entry(ItemField.KEY, 8),
            Map.entry(ItemField.REFERENCES, 200),
            Map.entry(DOMAIN, 3),
            Map.entry(TASK, 3),
            Map.entry("text", 1500),
            Map.entry("rationale", 2000),
            Map.entry("misconception", 1000),
            Map.entry("title", 200),
            Map.entry("url", 500),
            Map.entry("quote", 3000),
            Map.entry("accessed", 10));
    private static final int LONGEST_WAIVER = 500;

    private static final String PART = "option\\.[a-z0-9]{1,8}\\.(text|rationale|misconception)"
            + "|reference\\.[a-z0-9]{1,8}\\.(title|url|quote|accessed)";
    private static final String WHOLE = "scenario|question|options|key|references|domain|task";
    private static final Pattern NAME =
            Pattern.compile(WHOLE + "|" + PART + "|waiver\\.L\\d{1,2}@(" + WHOLE + "|" + PART + ")");

    private DraftFields() {}

    /** Which field holds the reason for a remark of that rule on that field. */
    public static String waiver(Rule rule, String field) {
        return WAIVER + rule + "@" + field;
    }

    public static boolean isField(String name) {
        return NAME.matcher(name).matches();
    }

    /** The value as it is kept: line ends are one character; refused with a sentence when it is too long or has what nobody sees. */
    static String checked(String field, @Nullable String value) {
        String typed = value == null ? "" : value.replace("\r\n", "\n").replace('\r', '\n');
        int most = field.startsWith(WAIVER)
                ? LONGEST_WAIVER
                : LONGEST.getOrDefault(field.substring(field.lastIndexOf('.') + 1), 0);
        if (typed.length() > most) {
            throw new Refused("platform.refused.tooLong", most, typed.length());
        }
        Words.text(typed, most);
        return typed;
    }
}
