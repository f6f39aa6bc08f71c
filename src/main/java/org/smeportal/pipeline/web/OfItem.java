package org.smeportal.pipeline.web;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.ItemQueries;
import org.smeportal.kernel.Words;

/** A page about the item of its address, which was handed in once. */
public abstract class OfItem {
    @Inject
    private ItemQueries items;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private ItemQueries.@Nullable Row item;

    public ItemQueries.Row getItem() {
        if (item == null) {
            item = items.handedIn(Words.named(id));
        }
        return item;
    }
}
