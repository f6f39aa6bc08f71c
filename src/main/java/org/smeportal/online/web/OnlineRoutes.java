package org.smeportal.online.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;

/** Where the acts of the day lead to, and what its addresses name. */
final class OnlineRoutes {

    private OnlineRoutes() {}

    static void day(UUID event) {
        Faces.redirect("/app/online/day/%s", event.toString());
    }

    static void queue(UUID event) {
        Faces.redirect("/app/online/help/%s", event.toString());
    }

    static void rooms(UUID event) {
        Faces.redirect("/app/online/rooms/%s", event.toString());
    }

    static void request(UUID request) {
        Faces.redirect("/app/online/help-request/%s", request.toString());
    }

    static UUID id(@Nullable String text) {
        UUID id = Words.named(text);
        return id;
    }

    static EventCard event(EventDirectory events, @Nullable String id) {
        return events.byPublicId(id(id)).orElseThrow(NotFound::new);
    }
}
