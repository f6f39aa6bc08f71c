package org.smeportal.pipeline.web;

import org.smeportal.items.RevisionFindings;
import org.smeportal.platform.Text;
import org.smeportal.wording.ItemField;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/** The words for the fields of an item. */
public final class ItemPage {
    private ItemPage() {}

    /** A remark of the linter as a programme manager reads it. */
    public record Remark(RevisionFindings.Row finding, String place) {}

    /** The field by the name that people know: "Option B, rationale". */
    static String place(ItemText item, String field, Text text) {
        for (int i = 0; i < item.options().size(); i++) {
            ItemOption option = item.options().get(i);
            String letter = ItemText.letter(i);
            if (field.equals(ItemField.text(option))) {
                return text.of("wording.part.OPTION", letter);
            }
            if (field.equals(ItemField.rationale(option))) {
                return text.of("wording.part.RATIONALE", letter);
            }
            if (field.equals(ItemField.misconception(option))) {
                return text.of("wording.part.MISCONCEPTION", letter);
            }
        }
        int number = 0;
        for (ItemReference reference : item.references()) {
            number++;
            if (field.startsWith("reference." + reference.id() + ".")) {
                return text.of("wording.part.REFERENCE", number);
            }
        }
        return text.of(
                switch (field) {
                    case ItemField.SCENARIO -> "wording.part.SCENARIO";
                    case ItemField.QUESTION -> "wording.part.QUESTION";
                    case ItemField.KEY -> "wording.part.KEY";
                    case ItemField.OPTIONS -> "wording.part.ORDER";
                    default -> "wording.part.ITEM";
                });
    }
}
