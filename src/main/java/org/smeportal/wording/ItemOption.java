package org.smeportal.wording;

/**
 * One answer to choose. {@code id} is short, unique within the item and stays when options change places; the letter is only
 * the place. {@code rationale} says why it is right or wrong, {@code misconception} who would choose it (distractors only).
 */
public record ItemOption(String id, String text, boolean key, String rationale, String misconception) {}
