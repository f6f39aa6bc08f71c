package org.smeportal.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Sql;
import org.smeportal.security.KeyedHash;

/**
 * How the hash of a seal is made: HMAC over the hash before it, its position and moment, and everything the entry says.
 * The fields carry their lengths, so that no two entries read the same.
 */
@Singleton
class Chain {
    static final String BEFORE_THE_FIRST = "0".repeat(64);
    private static final String PURPOSE = "audit-chain";

    private final KeyedHash hash;

    @Inject
    Chain(KeyedHash hash) {
        this.hash = hash;
    }

    /** An entry as the table has it. {@code columns()} are in the order of {@link #entry}. */
    record Entry(
            long id,
            Instant at,
            @Nullable Long actorId,
            String actor,
            String act,
            @Nullable String subject,
            @Nullable String detail,
            @Nullable String changes) {

        static final String COLUMNS = "e.id, e.at, e.actor_id, e.actor, e.act, e.subject, e.detail, e.changes";
    }

    /** Eight columns of a row from {@code first} on. */
    static Entry entry(Object[] row, int first) {
        return new Entry(
                Sql.number(row[first]),
                Sql.instant(row[first + 1]),
                Sql.optionalNumber(row[first + 2]),
                (String) row[first + 3],
                (String) row[first + 4],
                (String) row[first + 5],
                (String) row[first + 6],
                (String) row[first + 7]);
    }

    String writingKey() {
        return hash.writingKey();
    }

    boolean knows(String key) {
        return hash.knows(key);
    }

    String seal(String key, String before, long position, Instant sealedAt, Entry entry) {
        StringBuilder content = new StringBuilder();
        for (Object field : List.of(
                before,
                position,
                sealedAt,
                entry.id(),
                entry.at(),
                entry.actorId() == null ? "" : entry.actorId(),
                entry.actor(),
                entry.act())) {
            append(content, field.toString());
        }
        append(content, entry.subject());
        append(content, entry.detail());
        append(content, entry.changes());
        return hash.of(key, PURPOSE, content.toString());
    }

    private static void append(StringBuilder content, @Nullable String field) {
        if (field == null) {
            content.append('-');
        } else {
            content.append(field.length()).append(':').append(field);
        }
    }
}
