package org.smeportal.linter;

import java.util.List;
import org.smeportal.wording.ItemText;

/** All rules on one item (L1–L26), in the order of what they look at. The same text always has the same findings. */
public final class Linter {
    public List<Finding> check(ItemText text, LintContext context) {
        Checked item = new Checked(text, context);
        QuestionRules.check(item);
        NegativeRules.check(item);
        ReadingRules.check(item);
        NameRules.check(item);
        PictureRules.check(item);
        OptionRules.check(item);
        NumberRules.check(item);
        SameRules.check(item);
        KeyRules.check(item);
        StyleRules.check(item);
        BackingRules.check(item);
        return item.findings();
    }
}
