package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The filters of a list that somebody keeps for themselves. */
@Queries
public class SavedFilterQueries {
    private final EntityManager entityManager;

    @Inject
    public SavedFilterQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Saved(UUID id, String name, String query) {}

    public List<Saved> own(long accountId, String page) {
        return Sql.rows(entityManager
                        .createNativeQuery(
                                "select public_id, name, query from saved_filter where account_id = ?1 and page = ?2 order by name")
                        .setParameter(1, accountId)
                        .setParameter(2, page))
                .map(row -> new Saved(Sql.uuid(row[0]), (String) row[1], (String) row[2]))
                .toList();
    }
}
