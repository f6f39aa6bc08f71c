package org.smeportal.items.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.OpenDraft;
import org.smeportal.items.OwnItems;
import org.smeportal.kernel.Words;
import org.smeportal.wording.FieldMap;
import org.smeportal.wording.ItemText;

/** A draft as candidates would see it: no key, no reasons. */
@Named("candidateView")
@RequestScoped
public class CandidateView {
    @Inject
    private OpenDraft open;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private OwnItems.@Nullable Own item;
    private ItemText text = ItemText.EMPTY;

    public void load() {
        UUID named = Words.named(id);
        OpenDraft.Desk desk = open.open(named);
        item = desk.item();
        text = FieldMap.text(desk.content().values());
    }

    public OwnItems.@Nullable Own getItem() {
        return item;
    }

    public ItemText getText() {
        return text;
    }
}
