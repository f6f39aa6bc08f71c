package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.Sql;

/** Rows that were stored before the directory was searched by folded texts, or past the portal, become findable. */
@BackgroundStep
public class IndexSmes {
    private static final int CHUNK = 500;

    private final EntityManager entityManager;

    @Inject
    public IndexSmes(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Some of those that are left; answers how many they were, 0 at the end. Two nodes may do it at the same moment. */
    public int some() {
        List<Object[]> rows =
                Sql.rows(entityManager.createNativeQuery("""
                        select id, name, email, employer, expertise from sme where search_text is null
                        order by id limit %d""".formatted(CHUNK))).toList();
        for (Object[] row : rows) {
            entityManager
                    .createNativeQuery("update sme set search_text = ?1 where id = ?2 and search_text is null")
                    .setParameter(1, Sme.searchText((String) row[1], (String) row[2], (String) row[3], (String) row[4]))
                    .setParameter(2, row[0])
                    .executeUpdate();
        }
        return rows.size();
    }
}
