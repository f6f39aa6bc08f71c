package org.smeportal.changes.web;

import java.util.UUID;
import org.omnifaces.util.Faces;

/** Where a change leads to. */
final class ChangeRoutes {

    private ChangeRoutes() {}

    static void show(UUID change) {
        Faces.redirect("/app/changes/change/%s", change);
    }
}
