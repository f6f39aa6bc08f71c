package org.smeportal.changes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.changes.ChangeQueries;

/** The change that waits for an event, told on every page of that event. */
@Named
@RequestScoped
public class WaitingChangeView {
    @Inject
    private ChangeQueries queries;

    private final Map<Long, Optional<ChangeQueries.Row>> known = new HashMap<>();

    public ChangeQueries.@Nullable Row of(long eventId) {
        return known.computeIfAbsent(eventId, queries::waiting).orElse(null);
    }
}
