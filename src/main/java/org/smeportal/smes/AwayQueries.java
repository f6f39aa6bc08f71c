package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** When an SME is away: as they read it, with their notes, and as programme managers do, without. */
@Queries
public class AwayQueries {

    private final EntityManager entityManager;

    @Inject
    public AwayQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Away(
            UUID id,
            LocalDate first,
            LocalDate last,
            @Nullable String note) {}

    /** What is not over on that day, the next first. */
    public List<Away> own(long accountId, LocalDate today) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                        select b.public_id, b.first_day, b.last_day, b.note
                        from sme s join sme_blackout b on b.sme_id = s.id
                        where s.account_id = ?1 and b.last_day >= ?2 order by b.first_day, b.id limit ?3""")
                        .setParameter(1, accountId)
                        .setParameter(2, today)
                        .setParameter(3, 2 * KeepOwnDays.MOST))
                .map(row -> new Away(Sql.uuid(row[0]), Sql.date(row[1]), Sql.date(row[2]), (String) row[3]))
                .toList();
    }

    /** The days of somebody else, by their own calendar. */
    public record Theirs(ZoneId zone, List<Away> away) {}

    /** What is not over, without a note: why is nobody else's business. */
    public Optional<Theirs> of(UUID sme, Instant now) {
        List<Object[]> rows = Sql.rows(entityManager
                        .createNativeQuery("""
                        select s.zone, b.public_id, b.first_day, b.last_day
                        from sme s left join sme_blackout b on b.sme_id = s.id and b.last_day >= ?2
                        where s.public_id = ?1 and s.state <> 'FORMER' order by b.first_day, b.id limit ?3""")
                        .setParameter(1, sme.toString())
                        .setParameter(
                                2, LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1))
                        .setParameter(3, 2 * KeepOwnDays.MOST))
                .toList();
        return rows.stream().findFirst().map(row -> {
            ZoneId zone = ZoneId.of((String) row[0]);
            LocalDate today = LocalDate.ofInstant(now, zone);
            return new Theirs(
                    zone,
                    rows.stream()
                            .filter(one -> one[1] != null)
                            .map(one -> new Away(Sql.uuid(one[1]), Sql.date(one[2]), Sql.date(one[3]), null))
                            .filter(away -> !away.last().isBefore(today))
                            .toList());
        });
    }
}
