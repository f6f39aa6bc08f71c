package org.smeportal.items.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.OwnItems;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;

/** The writing desk (R5.1): the page holds no text of the item, its script fetches it from {@link DraftServlet}. */
@Named
@RequestScoped
public class DeskView {
    @Inject
    private OwnItems items;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private OwnItems.@Nullable Own item;

    /** What is no draft any more is shown as it was handed in. */
    public void load() {
        UUID named = Words.uuid(id);
        if (named == null) {
            throw new NotFound();
        }
        OwnItems.Own own = items.one(named);
        item = own;
        if (!own.isDraft()) {
            ItemRoutes.own(named);
        }
    }

    public OwnItems.@Nullable Own getItem() {
        return item;
    }
}
