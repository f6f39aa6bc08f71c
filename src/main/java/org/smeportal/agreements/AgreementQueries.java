package org.smeportal.agreements;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Versions of the agreement: the one in force, those that somebody accepted, and how many accepted each. */
@Queries
public class AgreementQueries {
    private static final String TEXT = """
            select a.public_id, a.number, a.title, a.text, a.changes, a.state, a.published_at, a.version, o.accepted_at
            from agreement a left join agreement_acceptance o on o.agreement_id = a.id and o.account_id = ?1
            """;

    /** Who is asked: the SMEs that have an account in use. */
    private static final String ASKED = """
            from account c join account_role r on r.account_id = c.id and r.role = 'SME' where c.state = 'ACTIVE'
            """;

    private static final String PEOPLE = """
            from account c
            left join agreement_acceptance o on o.account_id = c.id
                and o.agreement_id = (select a.id from agreement a where a.public_id = ?1)
            where (o.id is not null or c.state = 'ACTIVE' and exists (
                    select 1 from account_role r where r.account_id = c.id and r.role = 'SME'))
              and (?2 = '' or c.name like ?2 escape '!' or c.email like ?2 escape '!')
              and (?3 = '' or (?3 = 'YES') = (o.id is not null))
            """;

    private final EntityManager entityManager;

    @Inject
    public AgreementQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A version as its reader sees it; {@code acceptedAt} is when they accepted it. */
    public record Version(
            UUID publicId,
            int number,
            String title,
            String text,
            @Nullable String changes,
            AgreementState state,
            @Nullable Instant publishedAt,
            int version,
            @Nullable Instant acceptedAt) {

        public boolean isDraft() {
            return state == AgreementState.DRAFT;
        }
    }

    /** A version with how many accepted it. */
    public record Row(
            UUID publicId,
            int number,
            String title,
            AgreementState state,
            Instant createdAt,
            String createdBy,
            @Nullable Instant publishedAt,
            @Nullable String publishedBy,
            long accepted) {

        public boolean isDraft() {
            return state == AgreementState.DRAFT;
        }
    }

    /** Somebody who is asked, or was. */
    public record Person(
            UUID account,
            String name,
            String email,
            @Nullable Instant acceptedAt,
            @Nullable String address,
            @Nullable String textHash) {}

    /** Whether a version is in force that the account has not accepted; the one statement of the gate. */
    public boolean isDue(long accountId) {
        return !entityManager
                .createNativeQuery("""
                        select 1 from agreement a
                        where a.state = 'PUBLISHED'
                          and a.number = (select max(b.number) from agreement b where b.state = 'PUBLISHED')
                          and not exists (select 1 from agreement_acceptance o
                                          where o.agreement_id = a.id and o.account_id = ?1)""")
                .setParameter(1, accountId)
                .getResultList()
                .isEmpty();
    }

    /** The version in force. */
    public Optional<Version> inForce(long accountId) {
        return first(text("where a.state = 'PUBLISHED' order by a.number desc limit 1", accountId));
    }

    /** What the account accepted last. */
    public Optional<Version> lastAccepted(long accountId) {
        return first(text("where o.id is not null order by a.number desc limit 1", accountId));
    }

    /** The version in force before that one, or before a draft. */
    public Optional<Version> before(int number) {
        return first(text("where a.state = 'PUBLISHED' and a.number < ?2 order by a.number desc limit 1", 0)
                .setParameter(2, number));
    }

    public Optional<Version> one(UUID agreement, long accountId) {
        return first(text("where a.public_id = ?2", accountId).setParameter(2, agreement.toString()));
    }

    /** All versions with their numbers, the newest first. */
    public Page<Row> page(PageRequest page) {
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*) from agreement")
                .getSingleResult());
        List<Row> rows = Sql.rows(entityManager
                        .createNativeQuery("""
                                select a.public_id, a.number, a.title, a.state, a.created_at, a.created_by,
                                    a.published_at, a.published_by,
                                    (select count(*) from agreement_acceptance o where o.agreement_id = a.id) as accepted
                                from agreement a order by a.number desc limit ?1 offset ?2""")
                        .setParameter(1, page.size())
                        .setParameter(2, page.offset()))
                .map(AgreementQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    /** What the account accepted, the newest first; the text is left out. */
    public List<Version> accepted(long accountId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select a.public_id, a.number, a.title, '' as text, a.changes, a.state, a.published_at,
                                    a.version, o.accepted_at
                                from agreement a join agreement_acceptance o on o.agreement_id = a.id
                                where o.account_id = ?1 order by a.number desc limit 100""").setParameter(1, accountId))
                .map(AgreementQueries::version)
                .toList();
    }

    /** How many SMEs are asked when a version is published. */
    public long asked() {
        return Sql.number(
                entityManager.createNativeQuery("select count(*) " + ASKED).getSingleResult());
    }

    /** How many of those who are asked accepted that version. */
    public long acceptedOfAsked(UUID agreement) {
        return Sql.number(entityManager
                .createNativeQuery("select count(*) " + ASKED + """
                        and exists (select 1 from agreement_acceptance o join agreement a on a.id = o.agreement_id
                                    where o.account_id = c.id and a.public_id = ?1)""")
                .setParameter(1, agreement.toString())
                .getSingleResult());
    }

    /** {@code accepted} null asks for everybody. */
    public record Filter(String search, @Nullable Boolean accepted) {}

    public Page<Person> people(UUID agreement, Filter filter, PageRequest page) {
        long total = Sql.number(
                people("select count(*) " + PEOPLE, agreement, filter).getSingleResult());
        List<Person> rows = Sql.rows(people(
                                "select c.public_id, c.name, c.email, o.accepted_at, o.address, o.text_sha256 " + PEOPLE
                                        + "order by c.name, c.id limit ?4 offset ?5",
                                agreement,
                                filter)
                        .setParameter(4, page.size())
                        .setParameter(5, page.offset()))
                .map(AgreementQueries::person)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    List<Person> everybody(UUID agreement, Filter filter) {
        return Sql.rows(people(
                        "select c.public_id, c.name, c.email, o.accepted_at, o.address, o.text_sha256 " + PEOPLE
                                + "order by c.name, c.id",
                        agreement,
                        filter))
                .map(AgreementQueries::person)
                .toList();
    }

    private Query people(String sql, UUID agreement, Filter filter) {
        Boolean accepted = filter.accepted();
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, agreement.toString())
                .setParameter(2, filter.search().isBlank() ? "" : Sql.contains(filter.search()))
                .setParameter(3, accepted == null ? "" : accepted ? "YES" : "NO");
    }

    private Query text(String which, long accountId) {
        return entityManager.createNativeQuery(TEXT + which).setParameter(1, accountId);
    }

    private static Optional<Version> first(Query query) {
        return Sql.rows(query).map(AgreementQueries::version).findFirst();
    }

    private static Version version(Object[] row) {
        return new Version(
                Sql.uuid(row[0]),
                Sql.integer(row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                AgreementState.valueOf((String) row[5]),
                Sql.optionalInstant(row[6]),
                Sql.integer(row[7]),
                Sql.optionalInstant(row[8]));
    }

    private static Row row(Object[] row) {
        return new Row(
                Sql.uuid(row[0]),
                Sql.integer(row[1]),
                (String) row[2],
                AgreementState.valueOf((String) row[3]),
                Sql.instant(row[4]),
                (String) row[5],
                Sql.optionalInstant(row[6]),
                (String) row[7],
                Sql.number(row[8]));
    }

    private static Person person(Object[] row) {
        return new Person(
                Sql.uuid(row[0]),
                (String) row[1],
                (String) row[2],
                Sql.optionalInstant(row[3]),
                (String) row[4],
                (String) row[5]);
    }
}
