package org.smeportal.audit;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Sql;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Walks the whole chain and names the first entry that is not as it was sealed; what it found is an entry itself. */
@UseCase
@Requires(Permission.READ_AUDIT_TRAIL)
public class VerifyTrail {
    private static final int BATCH = 1_000;

    private static final String SEALS =
            "select s.position, s.entry_id, s.key_id, s.hash, s.sealed_at, " + Chain.Entry.COLUMNS + """
             from audit_seal s left join audit_entry e on e.id = s.entry_id
            where s.position > ?1 order by s.position limit ?2""";

    private static final String ADDED = "select " + Chain.Entry.COLUMNS + """
             from audit_entry e left join audit_seal s on s.entry_id = e.id
            where s.entry_id is null and e.at < ?1 order by e.id limit 1""";

    private final EntityManager entityManager;
    private final Chain chain;

    @Inject
    VerifyTrail(EntityManager entityManager, Chain chain) {
        this.entityManager = entityManager;
        this.chain = chain;
    }

    /** An end of the chain that somebody kept outside of the database. */
    public record KnownHead(long position, String hash) {
        private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
        private static final Pattern POSITION = Pattern.compile("(?<![0-9a-f-])[0-9]{1,18}(?![0-9a-f-])");

        /** From a line of the log or from the file of the page: a position, and 64 hexadecimal digits after it. */
        public static @Nullable KnownHead of(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            Matcher hash = HASH.matcher(text);
            if (hash.find()) {
                Matcher position = POSITION.matcher(text.substring(0, hash.start()));
                String found = null;
                while (position.find()) {
                    found = position.group();
                }
                if (found != null) {
                    return new KnownHead(Long.parseLong(found), hash.group());
                }
            }
            throw new Refused("audit.refused.knownHead").at("known");
        }
    }

    /** The first thing that is wrong; {@code entry} is null where nothing is left of it. */
    public record Finding(
            TrailFault fault,
            long position,
            @Nullable Long entry,
            @Nullable Instant at,
            @Nullable String act) {}

    /** What a walk found: how many seals were in order, and the first fault. */
    public record Verdict(
            long inOrder, String hash, @Nullable Finding finding) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "trail:" + inOrder;
        }

        @Override
        public @Nullable String auditDetail() {
            return finding == null
                    ? "in order up to position " + inOrder + ", hash " + hash
                    : finding.fault() + " at position " + finding.position()
                            + (finding.entry() == null ? "" : ", entry " + finding.entry());
        }
    }

    /** Where the walk stands. */
    private static final class Walk {
        private long position;
        private String hash = Chain.BEFORE_THE_FIRST;
        private @Nullable Finding finding;
    }

    /** With a head that is known from outside, also whether the chain still runs through it. */
    public Verdict verify(@Nullable KnownHead known) {
        TrailHead head = TrailHead.of(entityManager, "");
        Walk walk = new Walk();
        List<Object[]> seals = seals(0);
        while (!seals.isEmpty() && walk.finding == null) {
            for (Object[] seal : seals) {
                walk.finding = check(seal, walk, head, known);
                if (walk.finding != null) {
                    break;
                }
            }
            seals = seals(walk.position);
        }
        if (walk.finding == null) {
            walk.finding = end(walk, head, known);
        }
        return new Verdict(walk.position, walk.hash, walk.finding);
    }

    private List<Object[]> seals(long after) {
        return Sql.rows(entityManager
                        .createNativeQuery(SEALS)
                        .setParameter(1, after)
                        .setParameter(2, BATCH))
                .toList();
    }

    private @Nullable Finding check(Object[] seal, Walk walk, TrailHead head, @Nullable KnownHead known) {
        long position = Sql.number(seal[0]);
        long expected = walk.position + 1;
        if (position != expected) {
            return new Finding(TrailFault.SEAL_MISSING, expected, null, null, null);
        }
        if (seal[5] == null) {
            return new Finding(TrailFault.DELETED, position, Sql.number(seal[1]), Sql.instant(seal[4]), null);
        }
        Chain.Entry entry = Chain.entry(seal, 5);
        String key = (String) seal[2];
        if (!chain.knows(key)) {
            return found(TrailFault.UNKNOWN_KEY, position, entry);
        }
        String hash = chain.seal(key, walk.hash, position, Sql.instant(seal[4]), entry);
        if (!hash.equals(seal[3])) {
            return found(TrailFault.CHANGED, position, entry);
        }
        if ((position == head.position() && !hash.equals(head.hash()))
                || (known != null && position == known.position() && !hash.equals(known.hash()))) {
            return found(TrailFault.OTHER_HEAD, position, entry);
        }
        walk.position = position;
        walk.hash = hash;
        return null;
    }

    private static Finding found(TrailFault fault, long position, Chain.Entry entry) {
        return new Finding(fault, position, entry.id(), entry.at(), entry.act());
    }

    private @Nullable Finding end(Walk walk, TrailHead head, @Nullable KnownHead known) {
        if (walk.position < head.position() || (known != null && walk.position < known.position())) {
            return new Finding(TrailFault.CUT, walk.position + 1, null, null, null);
        }
        if (head.completeTo() == null) {
            return null;
        }
        return Sql.rows(entityManager
                        .createNativeQuery(ADDED)
                        .setParameter(1, Sql.parameter(head.completeTo().minus(SealTrail.LATEST))))
                .map(row -> Chain.entry(row, 0))
                .map(entry -> found(TrailFault.ADDED, walk.position, entry))
                .findFirst()
                .orElse(null);
    }
}
