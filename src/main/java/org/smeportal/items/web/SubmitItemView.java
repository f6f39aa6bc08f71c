package org.smeportal.items.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.EditorialPolicy;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.NotEditorial;
import org.smeportal.items.OpenDraft;
import org.smeportal.items.OpenReplies;
import org.smeportal.items.OwnItems;
import org.smeportal.items.SubmissionCheck;
import org.smeportal.items.SubmitItem;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.wording.ItemDiff;
import org.smeportal.wording.ItemText;

/** Looks at what is handed in, and hands it in. */
@Named
@RequestScoped
public class SubmitItemView {
    private static final String EDITORIAL = "EDITORIAL";

    @Inject
    private OpenDraft open;

    @Inject
    private SubmissionCheck check;

    @Inject
    private SubmitItem submit;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable String route;

    private OwnItems.@Nullable Own item;
    private SubmissionCheck.@Nullable Preview preview;
    private List<ItemDiff.Field> changes = List.of();
    private OpenReplies.Asked asked = OpenReplies.Asked.NOTHING;
    private @Nullable NotEditorial notEditorial;
    private int since;
    private int seq;

    public void load() {
        OpenDraft.Final last = open.last(named());
        item = last.desk().item();
        preview = check.of(item, last.desk().content());
        seq = seq == 0 ? preview.seq() : seq;
        asked = last.asked();
        since = last.since();
        ItemText before = last.before();
        changes = before == null ? List.of() : ItemDiff.between(before, preview.text());
        notEditorial = EditorialPolicy.refusal(last.baseline(), preview.text(), item.domain(), item.task())
                .orElse(null);
    }

    public void submit() {
        int seen = seq;
        seq = preview == null ? seen : preview.seq();
        boolean editorial = EDITORIAL.equals(route);
        submit.submit(new SubmitItem.Submission(named(), seen, editorial));
        messages.note(editorial ? "items.submit.doneEditorial" : "items.submit.done");
        if (item != null && item.editing()) {
            ItemRoutes.queue();
        } else {
            ItemRoutes.own(named());
        }
    }

    private UUID named() {
        return Words.named(id);
    }

    public OwnItems.@Nullable Own getItem() {
        return item;
    }

    public SubmissionCheck.@Nullable Preview getPreview() {
        return preview;
    }

    /** From the revision that a group voted on or a check failed, else from the one that was handed in before. */
    public List<ItemDiff.Field> getChanges() {
        return changes;
    }

    public int getSince() {
        return since;
    }

    /** What a group wants to hear first. */
    public OpenReplies.Asked getAsked() {
        return asked;
    }

    public boolean isReady() {
        return preview != null && preview.isReady() && asked.unanswered() == 0;
    }

    /** Whether somebody judged it before, so that there are two ways on. */
    public boolean isAgain() {
        return item != null && item.status() == ItemStatus.REVISION;
    }

    /** Why only a group is asked; null when the author may choose. */
    public @Nullable NotEditorial getNotEditorial() {
        return notEditorial;
    }

    /** Whom the author wants to ask: a group, unless they say otherwise. */
    public String getRoute() {
        return EDITORIAL.equals(route) ? EDITORIAL : "GROUP";
    }

    public int getSeq() {
        return seq;
    }

    public void setSeq(int seq) {
        this.seq = seq;
    }
}
