package org.smeportal.items.web;

import java.util.UUID;
import org.omnifaces.util.Faces;

/** Where the acts on one's own items lead to. */
final class ItemRoutes {
    private ItemRoutes() {}

    static void own(UUID item) {
        Faces.redirect("/app/items/my-item/%s", item.toString());
    }

    /** Of an editor, who has no list of items. */
    static void queue() {
        Faces.redirect("/app/checks/queue");
    }

    static void desk(UUID item) {
        Faces.redirect("/app/items/desk/%s", item.toString());
    }
}
