package org.smeportal.pipeline.web;

import java.util.ArrayList;
import java.util.List;
import org.smeportal.items.RevisionFindings;
import org.smeportal.platform.Text;
import org.smeportal.wording.ItemField;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/** An item's text as its paper shows it, and the words for its fields. */
public final class ItemPage {
    private ItemPage() {}

    /** An option with the letter under which it stands. */
    public record Option(String letter, ItemOption option) {}

    public static List<Option> options(ItemText text) {
        List<Option> options = new ArrayList<>();
        for (ItemOption option : text.options()) {
            options.add(new Option(ItemText.letter(options.size()), option));
        }
        return options;
    }

    /** A remark of the linter as a programme manager reads it. */
    public record Remark(RevisionFindings.Row finding, String place, String rule, String link) {}

    /** The field by the name that people know: "Option B, rationale". */
    static String place(ItemText item, String field, Text text) {
        for (Option one : options(item)) {
            ItemOption option = one.option();
            if (field.equals(ItemField.text(option))) {
                return text.of("pipeline.part.OPTION", one.letter());
            }
            if (field.equals(ItemField.rationale(option))) {
                return text.of("pipeline.part.RATIONALE", one.letter());
            }
            if (field.equals(ItemField.misconception(option))) {
                return text.of("pipeline.part.MISCONCEPTION", one.letter());
            }
        }
        int number = 0;
        for (ItemReference reference : item.references()) {
            number++;
            if (field.startsWith("reference." + reference.id() + ".")) {
                return text.of("pipeline.part.REFERENCE", number);
            }
        }
        return text.of(
                switch (field) {
                    case ItemField.SCENARIO -> "pipeline.part.SCENARIO";
                    case ItemField.QUESTION -> "pipeline.part.QUESTION";
                    case ItemField.KEY -> "pipeline.part.KEY";
                    case ItemField.OPTIONS -> "pipeline.part.ORDER";
                    default -> "pipeline.part.ITEM";
                });
    }
}
