package org.smeportal.programme;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** All settings as an administrator sees them. */
@Queries
public class SettingQueries {
    private final EntityManager entityManager;

    @Inject
    public SettingQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** {@code changedBy} is null where the standard was never touched. */
    public record Row(
            ProgrammeSetting setting,
            int value,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {

        public boolean isStandard() {
            return value == setting.standard();
        }
    }

    public List<Row> list() {
        Map<String, Object[]> stored = Sql.rows(entityManager.createNativeQuery(
                        "select name, value, changed_by, changed_at from programme_setting"))
                .collect(Collectors.toMap(row -> (String) row[0], row -> row));
        return Arrays.stream(ProgrammeSetting.values())
                .map(setting -> row(setting, stored.get(setting.name())))
                .toList();
    }

    private static Row row(ProgrammeSetting setting, Object @Nullable [] stored) {
        return stored == null
                ? new Row(setting, setting.standard(), null, null)
                : new Row(setting, Integer.parseInt((String) stored[1]), (String) stored[2], Sql.instant(stored[3]));
    }
}
