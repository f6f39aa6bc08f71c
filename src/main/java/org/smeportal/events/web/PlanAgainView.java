package org.smeportal.events.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.events.EventQueries;
import org.smeportal.events.StoredEvent;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;

/** Planning an event again: only the new first day is asked, everything else stands in the form that follows. */
@Named
@RequestScoped
public class PlanAgainView {
    @Inject
    private EventQueries events;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private @Nullable StoredEvent event;

    public StoredEvent getEvent() {
        if (event == null) {
            event = Optional.ofNullable(Words.uuid(id)).flatMap(events::stored).orElseThrow(NotFound::new);
        }
        return event;
    }

    public LocalDate getProposal() {
        return EventCopy.day(getEvent(), null, clock.instant());
    }
}
