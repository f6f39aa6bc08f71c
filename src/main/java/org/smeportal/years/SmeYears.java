package org.smeportal.years;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.smeportal.platform.Repository;

/** The years of SMEs that something was said of. */
@Repository
class SmeYears {

    private final EntityManager entityManager;

    @Inject
    SmeYears(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The row is made when it is first needed; two at once end up with the same one. */
    SmeYear locked(long smeId, int year) {
        entityManager
                .createNativeQuery("""
                        insert into sme_year (sme_id, in_year) values (?1, ?2)
                        on duplicate key update in_year = in_year""")
                .setParameter(1, smeId)
                .setParameter(2, year)
                .executeUpdate();
        return entityManager
                .createQuery("select y from SmeYear y where y.smeId = :sme and y.year = :year", SmeYear.class)
                .setParameter("sme", smeId)
                .setParameter("year", year)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }
}
