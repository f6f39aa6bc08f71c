package org.smeportal.linter;

import java.util.Set;
import org.smeportal.wording.ItemText;

/**
 * An item at its place on a form.
 *
 * @param code how the form names it
 * @param enemies codes of items that must not stand on the same form
 */
public record FormItem(String code, ItemText text, Set<String> enemies) {
    public FormItem {
        enemies = Set.copyOf(enemies);
    }
}
