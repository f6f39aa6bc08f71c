package org.smeportal.attendance;

import org.smeportal.kernel.DomainEvent;

/** The results of an event are final; told in the same transaction. */
public record AttendanceClosed(long eventId) implements DomainEvent {}
