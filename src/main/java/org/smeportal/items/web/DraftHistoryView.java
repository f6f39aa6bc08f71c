package org.smeportal.items.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.drafts.Drafts;
import org.smeportal.items.OpenDraft;
import org.smeportal.items.OwnItems;
import org.smeportal.items.SaveDraft;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.wording.FieldMap;
import org.smeportal.wording.ItemDiff;

/** Former states of a draft: what was different then, and taking one back. */
@Named
@RequestScoped
public class DraftHistoryView {
    @Inject
    private OpenDraft open;

    @Inject
    private SaveDraft save;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable Integer state;

    private OwnItems.@Nullable Own item;
    private List<Drafts.StateRow> states = List.of();
    private List<ItemDiff.Field> changes = List.of();

    public void load() {
        OpenDraft.History history = open.history(named());
        item = history.item();
        states = history.states();
        if (state != null) {
            OpenDraft.State then = open.state(named(), state);
            changes = ItemDiff.between(
                    FieldMap.text(then.then()), FieldMap.text(then.now().values()));
        }
    }

    public void restore() {
        save.restore(named(), state == null ? 0 : state);
        messages.note("items.history.restored");
        ItemRoutes.desk(named());
    }

    private UUID named() {
        return Words.named(id);
    }

    public OwnItems.@Nullable Own getItem() {
        return item;
    }

    public List<Drafts.StateRow> getStates() {
        return states;
    }

    public List<ItemDiff.Field> getChanges() {
        return changes;
    }

    public @Nullable Integer getState() {
        return state;
    }
}
