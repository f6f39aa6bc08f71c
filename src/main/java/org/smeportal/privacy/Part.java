package org.smeportal.privacy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One list of what is held of a person. Values are texts, numbers, truths, {@code Instant}, {@code LocalDate} and
 * {@link Code}; a value that is not known is null.
 */
public record Part(String name, Shape shape, List<String> columns, List<List<@Nullable Object>> rows) {

    /** How a part reads. */
    public enum Shape {
        /** One thing with many facts; an object in the file. */
        FACTS,
        /** Several things with many facts each. */
        RECORDS,
        /** A table. */
        LIST
    }

    /** The name of a constant, in words under that key. */
    public record Code(String value, String key) {}

    public Part {
        columns = List.copyOf(columns);
        rows = new ArrayList<>(rows);
    }
}
