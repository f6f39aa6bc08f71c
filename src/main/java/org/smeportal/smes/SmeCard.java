package org.smeportal.smes;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other features need to know of an SME. */
public record SmeCard(
        long id,
        UUID publicId,
        @Nullable Long accountId,
        String name,
        String email,
        ZoneId zone,
        String country,
        @Nullable String employer,
        boolean visibleToMembers) {}
