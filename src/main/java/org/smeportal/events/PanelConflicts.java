package org.smeportal.events;

import java.util.List;

/** What speaks against a time for the people of an event (R2.5); the packages that know the people answer. */
public interface PanelConflicts {

    List<Conflict> of(long eventId, EventHours hours);
}
