package org.smeportal.kernel;

/** Which page (from 1) of which size; values out of range, as an edited URL may have, are brought into it. */
public record PageRequest(int number, int size) {

    public static final int DEFAULT_SIZE = 20;

    public PageRequest {
        number = Math.min(Math.max(number, 1), 1_000_000);
        size = Math.min(Math.max(size, 1), 200);
    }

    public static PageRequest first() {
        return new PageRequest(1, DEFAULT_SIZE);
    }

    public static PageRequest number(int number) {
        return new PageRequest(number, DEFAULT_SIZE);
    }

    public int offset() {
        return (int) Math.min((long) (number - 1) * size, Integer.MAX_VALUE);
    }
}
