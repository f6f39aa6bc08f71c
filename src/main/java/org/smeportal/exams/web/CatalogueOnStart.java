package org.smeportal.exams.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.smeportal.exams.LoadCatalogue;

/** At the start, after the migration. */
@ApplicationScoped
public class CatalogueOnStart {
    @Inject
    private LoadCatalogue catalogue;

    void onStart(@Observes @Priority(50) @Initialized(ApplicationScoped.class) Object start) {
        catalogue.load();
    }
}
