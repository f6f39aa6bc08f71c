package org.smeportal.drafts;

/** A field as it stands: {@code writer} is the device (a tab of a browser) that wrote it. */
public record Stored(String field, String value, int version, String writer) {}
