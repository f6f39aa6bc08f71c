package org.smeportal.smes;

/** Why two SMEs may be one person, and how much that says. */
public enum Likeness {
    /** The same mailbox, but for what stands behind a plus, or for dots. */
    SAME_MAILBOX(0.97),
    /** The same name, in the same country or at the same employer. */
    SAME_NAME(0.93),
    /** The same words of the name in another order. */
    SAME_WORDS(0.90),
    /** What stands before the @ is the same, at another host. */
    SAME_LOCAL_PART(0.75),
    /** A name that differs by a letter or two. */
    SIMILAR_NAME(0.70);

    private final double weight;

    Likeness(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
