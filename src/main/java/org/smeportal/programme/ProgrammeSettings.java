package org.smeportal.programme;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/** What the programme has set, for the acts of all features. */
@Repository
public class ProgrammeSettings {
    private final EntityManager entityManager;

    private final Clock clock;

    @Inject
    public ProgrammeSettings(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** The standard where nobody set anything else. */
    public int of(ProgrammeSetting setting) {
        return stored(setting.name()).map(Integer::parseInt).orElse(setting.standard());
    }

    /** Empty where the standard counts. */
    Optional<String> stored(String name) {
        List<?> found = entityManager
                .createNativeQuery("select value from programme_setting where name = ?1")
                .setParameter(1, name)
                .getResultList();
        return found.stream().findFirst().map(Object::toString);
    }

    void put(ProgrammeSetting setting, int value, String by) {
        put(setting.name(), Integer.toString(value), by);
    }

    void put(String name, String value, String by) {
        entityManager
                .createNativeQuery("""
                        insert into programme_setting (name, value, changed_at, changed_by) values (?1, ?2, ?3, ?4)
                        on duplicate key update value = ?2, changed_at = ?3, changed_by = ?4""")
                .setParameter(1, name)
                .setParameter(2, value)
                .setParameter(3, Sql.parameter(clock.instant()))
                .setParameter(4, by)
                .executeUpdate();
    }
}
