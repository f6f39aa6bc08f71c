package org.smeportal.kernel;

import java.util.List;

/** One page of a list: the rows shown, of how many, and which page (from 1) of which size. */
public record Page<T>(List<T> rows, long total, int number, int size) {

    public Page {
        rows = List.copyOf(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Position of the first row shown, from 1; 0 when there is none. */
    public long first() {
        return rows.isEmpty() ? 0 : (long) (number - 1) * size + 1;
    }

    public long last() {
        return rows.isEmpty() ? 0 : first() + rows.size() - 1;
    }

    public int pages() {
        return Math.max(1, (int) ((total + size - 1) / size));
    }
}
