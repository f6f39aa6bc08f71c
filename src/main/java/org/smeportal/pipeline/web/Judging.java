package org.smeportal.pipeline.web;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.ItemQueries;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.JudgeSubmission;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** A reason for the author of an item that was handed in, about the revision that was read. */
public abstract class Judging {
    @Inject
    private ItemQueries items;

    @Inject
    private JudgeSubmission judge;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private ItemQueries.@Nullable Row item;
    private int revision;
    private @Nullable String reason;

    public void load() {
        revision = getItem().revision();
    }

    protected final JudgeSubmission judge() {
        return judge;
    }

    protected final JudgeSubmission.Judgement judgement() {
        return new JudgeSubmission.Judgement(getItem().publicId(), revision, reason);
    }

    protected final String done(String key) {
        messages.note(key, getItem().code());
        return "/app/pipeline/item-list?faces-redirect=true&exam=" + getItem().exam() + "&state=SUBMITTED";
    }

    public ItemQueries.Row getItem() {
        if (item == null) {
            item = items.handedIn(Words.named(id));
        }
        return item;
    }

    public boolean isOpen() {
        return getItem().status() == ItemStatus.SUBMITTED;
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
