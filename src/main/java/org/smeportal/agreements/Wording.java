package org.smeportal.agreements;

import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;

/** What a version of the agreement says: its text in Markdown, and what is new in it. */
public record Wording(String title, String text, @Nullable String changes) {

    public static final int MOST = 60_000;

    public Wording {
        title = Words.line(title, 160);
        String written = Words.text(text, MOST);
        if (written == null) {
            throw new Refused("agreements.refused.noText").at("body");
        }
        text = written;
        changes = Words.text(changes, 1000);
    }
}
