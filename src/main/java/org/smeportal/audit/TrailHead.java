package org.smeportal.audit;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Sql;

/**
 * Where the chain ends. Kept outside of the database (in the log, in a file, on paper), it shows when the end was cut off
 * or the whole was written anew. {@code completeTo} is null before anything was sealed.
 */
public record TrailHead(
        long position, String hash, @Nullable Instant completeTo) {

    static TrailHead of(EntityManager entityManager, String lock) {
        return Sql.rows(entityManager.createNativeQuery(
                        "select position, hash, complete_to from audit_head where id = 1" + lock))
                .map(row -> new TrailHead(Sql.number(row[0]), (String) row[1], Sql.optionalInstant(row[2])))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the row of audit_head is missing"));
    }

    public boolean isBegun() {
        return position > 0;
    }
}
