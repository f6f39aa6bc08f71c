package org.smeportal.applications;

import java.util.Arrays;
import java.util.Set;

/** The stages of the queue, as tabs: those to decide first. */
public enum QueueTab {
    OPEN(ApplicationState.SUBMITTED, ApplicationState.IN_REVIEW),
    SUBMITTED(ApplicationState.SUBMITTED),
    IN_REVIEW(ApplicationState.IN_REVIEW),
    WAITLISTED(ApplicationState.WAITLISTED),
    ACCEPTED(ApplicationState.ACCEPTED),
    DECLINED(ApplicationState.DECLINED),
    WITHDRAWN(ApplicationState.WITHDRAWN),
    ALL(ApplicationState.values());

    private final Set<ApplicationState> states;

    QueueTab(ApplicationState... states) {
        this.states = Set.copyOf(Arrays.asList(states));
    }

    Set<ApplicationState> states() {
        return states;
    }
}
