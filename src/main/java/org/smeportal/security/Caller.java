package org.smeportal.security;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who acts: an account with its roles, or the system itself (a link's holder, a timer), which has none. */
public record Caller(@Nullable Long accountId, String name, ZoneId zone, Set<Role> roles) {

    public static final Caller SYSTEM = new Caller(null, "SME Portal", ZoneOffset.UTC, Set.of());

    public Caller {
        roles = Set.copyOf(roles);
    }
}
