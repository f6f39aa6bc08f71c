package org.smeportal.events;

/** Who would be told of a change; the packages that know the people answer. */
public interface EventAudience {

    int invited(long eventId);
}
