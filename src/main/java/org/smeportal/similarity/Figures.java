package org.smeportal.similarity;

/** How much two items are alike: {@code cosine} of scenario and question, and whether key and options say the same. */
public record Figures(double cosine, boolean sameKey, boolean sameOptions) {
    /** Less is no likeness that anybody is shown. */
    public static final double LEAST = .4;

    private static final double WITH_SAME_KEY = .5;
    /** From here on it is a duplicate whatever key and options say. */
    static final double ALONE = .8;

    /** Whether it looks as if one item asks what the other asks (items.md 3). */
    public boolean isDuplicate() {
        return cosine >= ALONE || (sameKey && cosine >= WITH_SAME_KEY) || (sameOptions && cosine >= LEAST);
    }
}
