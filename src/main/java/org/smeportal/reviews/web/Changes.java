package org.smeportal.reviews.web;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.smeportal.reviews.ReviewQueries;

/** The question of {@link Pings} to the database, for their thread is none of the server's: each one is a call of its own. */
@Singleton
@Lock(LockType.READ)
public class Changes {
    @Inject
    private ReviewQueries queries;

    public Map<UUID, Long> of(Set<UUID> sessions) {
        return queries.changes(sessions);
    }
}
