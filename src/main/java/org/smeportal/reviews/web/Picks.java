package org.smeportal.reviews.web;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Words;

/** Items that were ticked, as they stand in an address or a form. */
final class Picks {
    /** More ids than these do not fit into one address. */
    private static final int MOST_IN_ADDRESS = 120;

    private Picks() {}

    static Set<UUID> of(@Nullable Collection<String> values) {
        return values == null
                ? Set.of()
                : values.stream()
                        .map(Words::uuid)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How a form with so many is sent; either way nothing changes. */
    static String method(int picks) {
        return picks > MOST_IN_ADDRESS ? "post" : "get";
    }
}
