package org.smeportal.wording;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What backs the key: a page, the passage of it that says so, and the day on which it said so. */
public record ItemReference(
        String id,
        String title,
        String url,
        String quote,
        @Nullable LocalDate accessed) {}
