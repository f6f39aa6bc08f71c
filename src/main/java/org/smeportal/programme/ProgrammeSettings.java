package org.smeportal.programme;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.smeportal.platform.Repository;

/** What the programme has set, for the acts of all features. */
@Repository
public class ProgrammeSettings {
    private final EntityManager entityManager;

    @Inject
    public ProgrammeSettings(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The standard where nobody set anything else. */
    public int of(ProgrammeSetting setting) {
        List<?> found = entityManager
                .createNativeQuery("select value from programme_setting where name = ?1")
                .setParameter(1, setting.name())
                .getResultList();
        return found.isEmpty()
                ? setting.standard()
                : Integer.parseInt(found.get(0).toString());
    }
}
