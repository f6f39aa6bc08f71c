package org.smeportal.wording;

/**
 * The names of the fields of an item's text, as the desk, the linter and the differences use them: {@code scenario},
 * {@code question}, {@code option.a1.text}, {@code option.a1.rationale}, {@code option.a1.misconception},
 * {@code reference.r1.title}, {@code .url}, {@code .quote}, {@code .accessed}; {@code options} is the order of the options,
 * {@code key} which of them is right, {@code references} the order of the references.
 */
public final class ItemField {
    public static final String SCENARIO = "scenario";
    public static final String QUESTION = "question";
    public static final String OPTIONS = "options";
    public static final String KEY = "key";
    public static final String REFERENCES = "references";

    private ItemField() {}

    public static String text(ItemOption option) {
        return "option." + option.id() + ".text";
    }

    public static String rationale(ItemOption option) {
        return "option." + option.id() + ".rationale";
    }

    public static String misconception(ItemOption option) {
        return "option." + option.id() + ".misconception";
    }

    public static String title(ItemReference reference) {
        return "reference." + reference.id() + ".title";
    }

    public static String url(ItemReference reference) {
        return "reference." + reference.id() + ".url";
    }

    public static String quote(ItemReference reference) {
        return "reference." + reference.id() + ".quote";
    }

    public static String accessed(ItemReference reference) {
        return "reference." + reference.id() + ".accessed";
    }
}
