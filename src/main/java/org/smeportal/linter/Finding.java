package org.smeportal.linter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One remark of one rule. The sentence is that of {@code linter.<message>} with the arguments; {@code fixes} are new values
 * of fields, all of them or none.
 *
 * @param rule L1 to L27
 * @param place the field of {@link org.smeportal.wording.ItemField} and, where the rule can point at it, the part of its text
 * @param arguments words and numbers of the sentence; may hold text of the item, so they are shown to whoever may read it only
 */
public record Finding(Rule rule, Level level, Place place, String message, List<Object> arguments, List<Fix> fixes) {
    public Finding {
        arguments = List.copyOf(arguments);
        fixes = List.copyOf(fixes);
    }

    /** {@code from} inclusive and {@code to} exclusive count characters of the field's Markdown; both 0 for all of it. */
    public record Place(String field, int from, int to) {
        public static Place all(String field) {
            return new Place(field, 0, 0);
        }
    }

    /** The key of its sentence in the bundle. */
    public String key() {
        return Checked.TEXTS + message.substring(Checked.FOUND.length());
    }

    public record Fix(String field, @Nullable String value) {}
}
