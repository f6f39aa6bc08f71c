package org.smeportal.applications;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application as somebody saw it who decides of it now. */
public record Seen(UUID application, String standing) {

    /** As pages write them into their forms; what is none is left out. */
    public static List<Seen> of(@Nullable Collection<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(Standing::parse)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }
}
