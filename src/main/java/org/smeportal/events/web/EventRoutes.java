package org.smeportal.events.web;

import java.util.UUID;
import org.omnifaces.util.Faces;

/** Where the acts on events lead to. */
final class EventRoutes {

    private EventRoutes() {}

    static void show(UUID event) {
        Faces.redirect("/app/events/event/%s", event.toString());
    }
}
