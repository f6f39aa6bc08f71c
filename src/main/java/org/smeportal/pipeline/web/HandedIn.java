package org.smeportal.pipeline.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.ItemQueries;
import org.smeportal.kernel.NotFound;

/** The item that an address names, if it was handed in once: a draft is its author's alone, and not found. */
final class HandedIn {
    private HandedIn() {}

    static ItemQueries.Row item(ItemQueries items, @Nullable UUID id) {
        if (id == null) {
            throw new NotFound();
        }
        ItemQueries.Row row = items.one(id);
        if (!row.isReadable()) {
            throw new NotFound();
        }
        return row;
    }
}
