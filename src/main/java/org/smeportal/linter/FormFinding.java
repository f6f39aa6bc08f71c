package org.smeportal.linter;

import java.util.List;

/** What L27 sees in a whole form; the sentence is that of {@code linter.<message>}, {@code items} are the codes concerned. */
public record FormFinding(String message, List<Object> arguments, List<String> items) {
    public FormFinding {
        arguments = List.copyOf(arguments);
        items = List.copyOf(items);
    }

    /** The key of its sentence in the bundle. */
    public String key() {
        return Checked.TEXTS + message.substring(Checked.FOUND.length());
    }
}
