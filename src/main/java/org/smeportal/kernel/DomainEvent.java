package org.smeportal.kernel;

/** News of a feature, told in the same transaction to the packages below it in the order. */
public interface DomainEvent {}
