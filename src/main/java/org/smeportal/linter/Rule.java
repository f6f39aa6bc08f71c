package org.smeportal.linter;

import java.util.List;

/** The rules by their numbers; what each looks for stands in {@code linter.rule.<name>} and on its page. */
public enum Rule {
    L1(Level.WARNING),
    L2(Level.INFO),
    L3(Level.ERROR),
    L4(Level.ERROR),
    L5(Level.WARNING),
    L6(Level.WARNING),
    L7(Level.WARNING),
    L8(Level.WARNING),
    L9(Level.WARNING),
    L10(Level.WARNING),
    L11(Level.ERROR),
    L12(Level.ERROR, Level.WARNING),
    L13(Level.ERROR),
    L14(Level.WARNING),
    L15(Level.WARNING),
    L16(Level.ERROR),
    L17(Level.WARNING),
    L18(Level.INFO),
    L19(Level.WARNING),
    L20(Level.INFO),
    L21(Level.INFO),
    L22(Level.ERROR, Level.WARNING),
    L23(Level.ERROR, Level.WARNING),
    L24(Level.WARNING),
    L25(Level.WARNING),
    L26(Level.ERROR, Level.WARNING),
    L27(Level.WARNING);

    private final List<Level> levels;

    Rule(Level... levels) {
        this.levels = List.of(levels);
    }

    /** The levels that its findings can have, the weightiest first. */
    public List<Level> levels() {
        return levels;
    }
}
