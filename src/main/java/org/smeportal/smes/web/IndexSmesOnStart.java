package org.smeportal.smes.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.smeportal.smes.IndexSmes;

/** At the start, after the migration: everybody can be found before the first page opens. */
@ApplicationScoped
public class IndexSmesOnStart {
    @Inject
    private IndexSmes index;

    void onStart(@Observes @Priority(60) @Initialized(ApplicationScoped.class) Object start) {
        int done = index.some();
        while (done > 0) {
            done = index.some();
        }
    }
}
