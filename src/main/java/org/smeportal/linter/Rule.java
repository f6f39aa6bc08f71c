package org.smeportal.linter;

/** The rules by their numbers; what each looks for stands in {@code linter.rule.<name>} and on its page. */
public enum Rule {
    L1,
    L2,
    L3,
    L4,
    L5,
    L6,
    L7,
    L8,
    L9,
    L10,
    L11,
    L12,
    L13,
    L14,
    L15,
    L16,
    L17,
    L18,
    L19,
    L20,
    L21,
    L22,
    L23,
    L24,
    L25,
    L26,
    L27
}
