package org.smeportal.events;

import org.smeportal.kernel.DomainEvent;

/** The event will not take place. */
public record EventCancelled(long eventId, String reason) implements DomainEvent {}
