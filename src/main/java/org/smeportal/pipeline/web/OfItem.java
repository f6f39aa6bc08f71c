package org.smeportal.pipeline.web;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.ItemQueries;
import org.smeportal.items.ItemStatus;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** An act of a programme manager on the item of the address, in the revision that was read. */
public abstract class OfItem {
    @Inject
    private ItemQueries items;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private ItemQueries.@Nullable Row item;
    private int revision;

    public void load() {
        revision = getItem().revision();
    }

    /** To the others that stand where this one stood. */
    protected final String done(String key, ItemStatus stood) {
        messages.note(key, getItem().code());
        return "/app/pipeline/item-list?faces-redirect=true&exam=" + getItem().exam() + "&state=" + stood;
    }

    public ItemQueries.Row getItem() {
        if (item == null) {
            item = items.handedIn(Words.named(id));
        }
        return item;
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }
}
