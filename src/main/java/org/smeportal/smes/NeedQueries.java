package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The private needs of an SME, for nobody but themselves. */
@Queries
public class NeedQueries {
    private final EntityManager entityManager;

    @Inject
    public NeedQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Own(
            Set<Need> needs,
            @Nullable String dietNote,
            @Nullable String accessNote) {}

    public Own own(long accountId) {
        List<Object[]> rows = Sql.rows(entityManager.createNativeQuery("""
                                select n.need, d.diet_note, d.access_note from sme s join sme_needs d on d.sme_id = s.id
                                    left join sme_need n on n.sme_id = s.id
                                where s.account_id = ?1""").setParameter(1, accountId))
                .toList();
        Set<Need> needs = EnumSet.noneOf(Need.class);
        rows.stream().filter(row -> row[0] != null).forEach(row -> needs.add(Need.valueOf((String) row[0])));
        return rows.isEmpty()
                ? new Own(needs, null, null)
                : new Own(needs, (String) rows.get(0)[1], (String) rows.get(0)[2]);
    }
}
