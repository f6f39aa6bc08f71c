package org.smeportal.applications;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;
import org.smeportal.security.LinkTokens;

/** The application that a status link opens; a new nonce ended the earlier links. */
@Repository
class StatusLinks {
    private final Applications applications;
    private final ApplicationLinks links;

    @Inject
    StatusLinks(Applications applications, ApplicationLinks links) {
        this.applications = applications;
        this.links = links;
    }

    Application locked(@Nullable String token) {
        LinkTokens.Opened opened = links.openStatus(token).orElseThrow(NotFound::new);
        return applications
                .lockedIfThere(opened.subject())
                .filter(application -> application.nonce().equals(opened.nonce()))
                .orElseThrow(NotFound::new);
    }
}
