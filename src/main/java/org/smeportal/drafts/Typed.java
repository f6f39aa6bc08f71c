package org.smeportal.drafts;

/** A field as a device has it now, and the version of the field that it began with; 0 for one that was not there. */
public record Typed(String field, String value, int base) {}
