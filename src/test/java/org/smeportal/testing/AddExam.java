package org.smeportal.testing;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A use case that is as short as one can be: what each of them gets is tried on it. */
@UseCase
public class AddExam {

    private final EntityManager entityManager;

    @Inject
    public AddExam(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Requires(Permission.PLAN_EVENTS)
    public void add(Long number, boolean refuse) {
        entityManager
                .createNativeQuery("insert into exam (code, name, level, version_year) values (?1, 'X', 'Pro', 2020)")
                .setParameter(1, "X" + number)
                .executeUpdate();
        if (refuse) {
            throw new Refused("platform.refused.empty");
        }
    }

    public void undeclared() {
        throw new AssertionError("nobody may come here");
    }
}
