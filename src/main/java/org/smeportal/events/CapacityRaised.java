package org.smeportal.events;

import org.smeportal.kernel.DomainEvent;

/** There are more seats than before: whoever waits moves up. */
public record CapacityRaised(long eventId, long poolId) implements DomainEvent {}
