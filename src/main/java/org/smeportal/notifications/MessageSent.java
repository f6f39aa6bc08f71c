package org.smeportal.notifications;

import java.time.Instant;
import org.smeportal.kernel.DomainEvent;

/** The mail server took a message (or it is kept readable here, where none is configured); told in the same transaction. */
public record MessageSent(String kind, long subjectId, Instant at) implements DomainEvent {}
