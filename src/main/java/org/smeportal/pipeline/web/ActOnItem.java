package org.smeportal.pipeline.web;

import jakarta.inject.Inject;
import org.smeportal.items.ItemStatus;
import org.smeportal.platform.web.Messages;

/** An act of a programme manager on the item of the address, in the revision that was read. */
public abstract class ActOnItem extends OfItem {
    @Inject
    private Messages messages;

    private int revision;

    public void load() {
        revision = getItem().revision();
    }

    /** To the others that stand where this one stood. */
    protected final String done(String key, ItemStatus stood) {
        messages.note(key, getItem().code());
        return "/app/pipeline/item-list?faces-redirect=true&exam=" + getItem().exam() + "&state=" + stood;
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }
}
