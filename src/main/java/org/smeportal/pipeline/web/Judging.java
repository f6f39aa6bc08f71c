package org.smeportal.pipeline.web;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.JudgeSubmission;

/** A reason for the author of an item that was handed in, about the revision that was read. */
public abstract class Judging extends ActOnItem {
    @Inject
    private JudgeSubmission judge;

    private @Nullable String reason;

    protected final JudgeSubmission judge() {
        return judge;
    }

    protected final JudgeSubmission.Judgement judgement() {
        return new JudgeSubmission.Judgement(getItem().publicId(), getRevision(), reason);
    }

    protected final String done(String key) {
        return done(key, ItemStatus.SUBMITTED);
    }

    public boolean isOpen() {
        return getItem().status() == ItemStatus.SUBMITTED;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
