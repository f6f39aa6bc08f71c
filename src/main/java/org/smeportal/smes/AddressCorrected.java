package org.smeportal.smes;

import org.smeportal.kernel.DomainEvent;

/** An SME is reached at another e-mail address from now on; what links were mailed to the former one must end. */
public record AddressCorrected(long smeId) implements DomainEvent {}
