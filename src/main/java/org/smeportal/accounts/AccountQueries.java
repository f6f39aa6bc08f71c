package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.Role;

/** Accounts as administrators see them, and who may lead an event. */
@Queries
public class AccountQueries {
    private static final String ROW = """
            select a.public_id, a.email, a.name, a.zone, a.state, a.last_sign_in_at, a.id,
                (select group_concat(r.role) from account_role r where r.account_id = a.id) as roles,
                exists (select 1 from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as factor,
                (select count(*) from exam_duty d where d.account_id = a.id) as duties
            from account a
            """;
    private static final String FILTER = """
            where (?1 = '' or a.name like ?1 escape '!' or a.email like ?1 escape '!')
              and a.email not like '%@gone.invalid'
              and (?2 = '' or exists (select 1 from account_role r where r.account_id = a.id and r.role = ?2))
              and (?3 = '' or a.state = ?3)
            """;

    private final EntityManager entityManager;

    @Inject
    public AccountQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Row(
            UUID publicId,
            String email,
            String name,
            ZoneId zone,
            AccountState state,
            @Nullable Instant lastSignInAt,
            long id,
            Set<Role> roles,
            boolean secondFactor,
            int duties) {}

    /** Somebody who can be chosen, such as the lead of an event. */
    public record Choice(long id, String name) {}

    public Page<Row> page(String search, @Nullable Role role, @Nullable AccountState state, PageRequest page) {
        long total = Sql.number(filtered("select count(*) from account a " + FILTER, search, role, state)
                .getSingleResult());
        List<Row> rows = Sql.rows(
                        filtered(ROW + FILTER + "order by a.name, a.id limit ?4 offset ?5", search, role, state)
                                .setParameter(4, page.size())
                                .setParameter(5, page.offset()))
                .map(AccountQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    public Optional<Row> one(UUID id) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + "where a.public_id = ?1")
                        .setParameter(1, id.toString()))
                .map(AccountQueries::row)
                .findFirst();
    }

    public Optional<Row> one(long id) {
        return Sql.rows(entityManager.createNativeQuery(ROW + "where a.id = ?1").setParameter(1, id))
                .map(AccountQueries::row)
                .findFirst();
    }

    public List<Choice> programmeManagers() {
        return Sql.rows(entityManager.createNativeQuery("""
                        select a.id, a.name from account a join account_role r on r.account_id = a.id
                        where r.role = 'PM' and a.state <> 'CLOSED' order by a.name, a.id"""))
                .map(row -> new Choice(Sql.number(row[0]), (String) row[1]))
                .toList();
    }

    private Query filtered(String sql, String search, @Nullable Role role, @Nullable AccountState state) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, search.isBlank() ? "" : Sql.contains(search))
                .setParameter(2, role == null ? "" : role.name())
                .setParameter(3, state == null ? "" : state.name());
    }

    private static Row row(Object[] row) {
        String roles = row[7] == null ? "" : row[7].toString();
        return new Row(
                UUID.fromString((String) row[0]),
                (String) row[1],
                (String) row[2],
                ZoneId.of((String) row[3]),
                AccountState.valueOf((String) row[4]),
                Sql.optionalInstant(row[5]),
                Sql.number(row[6]),
                Arrays.stream(roles.split(","))
                        .filter(role -> !role.isEmpty())
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)),
                Sql.truth(row[8]),
                Sql.integer(row[9]));
    }
}
