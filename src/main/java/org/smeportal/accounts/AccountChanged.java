package org.smeportal.accounts;

import java.time.ZoneId;
import org.smeportal.kernel.DomainEvent;

/** Somebody changed their own name or time zone. */
public record AccountChanged(long accountId, String name, ZoneId zone) implements DomainEvent {}
