package org.smeportal.attendance;

import org.smeportal.kernel.DomainEvent;

/** The final result of one SME was changed, for that reason; told in the same transaction. */
public record AttendanceCorrected(long eventId, long smeId, String reason) implements DomainEvent {}
