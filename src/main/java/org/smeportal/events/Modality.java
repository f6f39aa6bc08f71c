package org.smeportal.events;

/** Where people meet. A seat is in person or virtual; a hybrid event has both kinds. */
public enum Modality {
    IN_PERSON,
    VIRTUAL,
    HYBRID;

    public boolean needsVenue() {
        return this != VIRTUAL;
    }

    public boolean hasLink() {
        return this != IN_PERSON;
    }
}
