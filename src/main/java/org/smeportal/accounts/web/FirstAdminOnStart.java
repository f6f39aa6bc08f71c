package org.smeportal.accounts.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.smeportal.accounts.FirstAdmin;

/** At the start, after the migration. */
@ApplicationScoped
public class FirstAdminOnStart {
    @Inject
    private FirstAdmin firstAdmin;

    void onStart(@Observes @Priority(100) @Initialized(ApplicationScoped.class) Object start) {
        firstAdmin.invite();
    }
}
