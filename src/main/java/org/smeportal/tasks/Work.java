package org.smeportal.tasks;

import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Words;

/** What a task is about, checked and tidied. */
public record Work(
        String title, @Nullable String details, @Nullable Long exam) {

    public Work {
        title = Words.line(title, 160);
        details = Words.text(details, 1000);
    }
}
