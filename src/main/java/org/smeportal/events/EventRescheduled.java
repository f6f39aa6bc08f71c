package org.smeportal.events;

import org.smeportal.kernel.DomainEvent;

/** Title, time, place or link changed: calendars need an update. */
public record EventRescheduled(long eventId) implements DomainEvent {}
