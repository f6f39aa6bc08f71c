package org.smeportal.items.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.OpenReplies;
import org.smeportal.items.OwnItems;
import org.smeportal.items.WritingTargets;
import org.smeportal.kernel.Words;

/** The writing desk (R5.1): the page holds no text of the item, its script fetches it from {@link DraftServlet}. */
@Named
@RequestScoped
public class DeskView {
    @Inject
    private OwnItems items;

    @Inject
    private WritingTargets workshops;

    @Inject
    private OpenReplies replies;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private OwnItems.@Nullable Own item;
    private List<WritingTargets.Target> targets = List.of();
    private OpenReplies.Asked asked = OpenReplies.Asked.NOTHING;

    /** What is no draft any more is shown as it was handed in. */
    public void load() {
        UUID named = Words.named(id);
        OwnItems.Own own = items.one(named);
        item = own;
        if (!own.isDraft()) {
            ItemRoutes.own(named);
            return;
        }
        asked = own.revision() > 0 ? replies.of(named) : asked;
        if (own.eventId() != null) {
            targets = workshops.of(own.eventId());
        }
    }

    /** What the workshop wants and has, by domain. */
    public List<WritingTargets.Target> getTargets() {
        return targets;
    }

    /** How many of them are the author's. */
    public int getOwn() {
        return targets.stream().mapToInt(WritingTargets.Target::own).sum();
    }

    /** What a group said of it and wants an answer to. */
    public OpenReplies.Asked getAsked() {
        return asked;
    }

    public OwnItems.@Nullable Own getItem() {
        return item;
    }
}
