package org.smeportal.profiles;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The profile as its SME reads it, and qualifications as programme managers do. */
@Queries
public class ProfileQueries {
    private static final String QUALIFICATIONS = """
            select q.public_id, x.code, x.name, q.certificate, q.evidence_number, q.evidence_url, q.obtained_on,
                q.expires_on, q.state, q.decided_by, q.reason
            from qualification q join sme s on s.id = q.sme_id join exam x on x.id = q.exam_id
            """;

    private final EntityManager entityManager;

    @Inject
    public ProfileQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** What stands in the directory of the SME, and their limits. */
    public record Own(
            UUID sme,
            int version,
            String email,
            String country,
            @Nullable String employer,
            @Nullable String expertise,
            @Nullable String languages,
            boolean visible,
            Limits limits,
            List<String> exams) {

        public String examText() {
            return String.join(", ", exams);
        }
    }

    public record Row(
            UUID publicId,
            String examCode,
            String examName,
            String certificate,
            @Nullable String number,
            @Nullable String url,
            LocalDate obtainedOn,
            @Nullable LocalDate expiresOn,
            QualificationState state,
            @Nullable String decidedBy,
            @Nullable String reason) {

        public boolean isClaimed() {
            return state == QualificationState.CLAIMED;
        }

        public boolean isConfirmed() {
            return state == QualificationState.CONFIRMED;
        }

        public Expiry expiry(LocalDate today) {
            return Expiry.of(expiresOn, today);
        }
    }

    public Optional<Own> own(long accountId) {
        return Sql.rows(entityManager.createNativeQuery("""
                        select s.public_id, s.version, s.email, s.country, s.employer, s.expertise, s.languages,
                            s.visible_to_members, p.max_events, p.travel,
                            (select group_concat(x.code order by x.code separator ' ') from sme_exam q
                                join exam x on x.id = q.exam_id where q.sme_id = s.id) as exams
                        from sme s left join sme_profile p on p.sme_id = s.id
                        where s.account_id = ?1""").setParameter(1, accountId))
                .map(row -> new Own(
                        Sql.uuid(row[0]),
                        Sql.integer(row[1]),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        Sql.truth(row[7]),
                        limits(row[8], row[9]),
                        row[10] == null ? List.of() : List.of(row[10].toString().split(" "))))
                .findFirst();
    }

    /** Of the SME with that account, the newest first. */
    public List<Row> qualifications(long accountId) {
        return rows(entityManager
                .createNativeQuery(QUALIFICATIONS + "where s.account_id = ?1 order by q.obtained_on desc, q.id desc")
                .setParameter(1, accountId));
    }

    public List<Row> qualificationsOf(UUID sme) {
        return rows(entityManager
                .createNativeQuery(QUALIFICATIONS
                        + "where s.public_id = ?1 order by q.state = 'CLAIMED' desc, q.obtained_on desc, q.id desc")
                .setParameter(1, sme.toString()));
    }

    private static Limits limits(@Nullable Object maxEvents, @Nullable Object travel) {
        return travel == null
                ? Limits.NONE
                : new Limits(Sql.optionalInteger(maxEvents), TravelRadius.valueOf((String) travel));
    }

    private static List<Row> rows(Query query) {
        return Sql.rows(query.setMaxResults(Qualifications.MOST))
                .map(row -> new Row(
                        Sql.uuid(row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        Sql.date(row[6]),
                        Sql.optionalDate(row[7]),
                        QualificationState.valueOf((String) row[8]),
                        (String) row[9],
                        (String) row[10]))
                .toList();
    }
}
