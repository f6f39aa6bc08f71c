package org.smeportal.applications.web;

import java.util.UUID;
import org.smeportal.applications.QueueFilter;

/** Addresses of the queue; a page of one application takes along the list that it was opened from. */
final class ApplicationRoutes {
    static final String LIST = "/app/applications/application-list";

    private ApplicationRoutes() {}

    static String list(QueueFilter filter) {
        String query = filter.query();
        return query.isEmpty() ? LIST : LIST + "?" + query;
    }

    static String one(UUID application, QueueFilter filter) {
        return "/app/applications/application/" + application + "?in=" + filter.encoded();
    }

    static String publication(UUID publication) {
        return "/app/applications/publication/" + publication;
    }
}
