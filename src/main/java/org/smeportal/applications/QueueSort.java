package org.smeportal.applications;

/** The orders of the queue. */
public enum QueueSort {
    /** By the promised day, the first at the top. */
    PROMISED("a.promised_on, a.id"),
    CONFIRMED("a.confirmed_at, a.id"),
    /** The best first; those without both scores at the end. */
    SCORE("a.score is null, a.score desc, a.id"),
    NAME("a.name, a.id");

    private final String order;

    QueueSort(String order) {
        this.order = order;
    }

    String order() {
        return order;
    }
}
