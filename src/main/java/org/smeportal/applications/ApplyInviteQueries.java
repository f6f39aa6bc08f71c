package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Invitations to apply: what their links open, and what came of them. */
@Queries
public class ApplyInviteQueries {
    private static final String ROW = """
            select i.public_id, i.email, i.name, i.label, i.created_at, i.expires_at, i.revoked_at, c.name as inviter,
                i.id, i.nonce,
                (select count(*) from application a where a.invite_id = i.id and a.state = 'DRAFT') as drafts,
                (select count(*) from application a where a.invite_id = i.id and a.state <> 'DRAFT') as sent,
                (select count(*) from application a where a.invite_id = i.id and a.confirmed_at is not null) as counting
            from apply_invite i join account c on c.id = i.invited_by
            """;

    private final EntityManager entityManager;
    private final ApplicationLinks links;
    private final Clock clock;

    @Inject
    public ApplyInviteQueries(EntityManager entityManager, ApplicationLinks links, Clock clock) {
        this.entityManager = entityManager;
        this.links = links;
        this.clock = clock;
    }

    /** Who was asked to apply and by whom; no name and address on a link for many. */
    public record Invited(
            @Nullable String email,
            @Nullable String name,
            @Nullable String note,
            String inviter) {}

    /** {@code drafts}, {@code sent}, {@code counting}: forms begun, forms sent, and those of them with a confirmed address. */
    public record Row(
            UUID publicId,
            @Nullable String email,
            @Nullable String name,
            @Nullable String label,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            String inviter,
            boolean open,
            int drafts,
            int sent,
            int counting) {

        public String title() {
            return label != null ? label : name == null ? String.valueOf(email) : name;
        }

        public boolean forMany() {
            return label != null;
        }
    }

    /** A link for many with its address, as it is printed. */
    public record Poster(Row row, String url) {}

    public Optional<Invited> invited(@Nullable String token) {
        return links.openInvited(token)
                .flatMap(opened -> Sql.rows(entityManager
                                .createNativeQuery("""
                                        select i.email, i.name, i.note, a.name as inviter
                                        from apply_invite i join account a on a.id = i.invited_by
                                        where i.id = ?1 and i.nonce = ?2 and i.revoked_at is null and i.expires_at > ?3""")
                                .setParameter(1, opened.subject())
                                .setParameter(2, opened.nonce())
                                .setParameter(3, Sql.parameter(clock.instant())))
                        .findFirst())
                .map(row -> new Invited((String) row[0], (String) row[1], (String) row[2], (String) row[3]));
    }

    public Page<Row> page(PageRequest page) {
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*) from apply_invite")
                .getSingleResult());
        List<Row> rows = Sql.rows(entityManager
                        .createNativeQuery(ROW + "order by i.id desc limit ?1 offset ?2")
                        .setParameter(1, page.size())
                        .setParameter(2, page.offset()))
                .map(this::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    public Optional<Poster> poster(UUID publicId) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + "where i.public_id = ?1")
                        .setParameter(1, publicId.toString()))
                .map(found -> {
                    Row row = row(found);
                    return new Poster(row, links.invited(Sql.number(found[8]), (String) found[9], row.expiresAt()));
                })
                .findFirst();
    }

    private Row row(Object[] row) {
        Instant expires = Sql.instant(row[5]);
        Instant revoked = Sql.optionalInstant(row[6]);
        return new Row(
                Sql.uuid(row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                Sql.instant(row[4]),
                expires,
                revoked,
                (String) row[7],
                revoked == null && expires.isAfter(clock.instant()),
                Sql.integer(row[10]),
                Sql.integer(row[11]),
                Sql.integer(row[12]));
    }
}
