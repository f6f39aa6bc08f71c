package org.smeportal.exams;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import org.smeportal.platform.Repository;

/** The tables of the catalogue. */
@Repository
class Exams {
    private final EntityManager entityManager;

    @Inject
    Exams(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void put(String code, String name, String level, int versionYear) {
        entityManager
                .createNativeQuery("""
                        insert into exam (code, name, level, version_year) values (?1, ?2, ?3, ?4)
                        on duplicate key update name = ?2, level = ?3, version_year = ?4""")
                .setParameter(1, code)
                .setParameter(2, name)
                .setParameter(3, level)
                .setParameter(4, versionYear)
                .executeUpdate();
    }

    void putDomain(String code, int number, String name, BigDecimal weight) {
        entityManager
                .createNativeQuery("""
                        insert into exam_domain (exam_id, number, name, weight_percent)
                        select id, ?2, ?3, ?4 from exam where code = ?1
                        on duplicate key update name = ?3, weight_percent = ?4""")
                .setParameter(1, code)
                .setParameter(2, number)
                .setParameter(3, name)
                .setParameter(4, weight)
                .executeUpdate();
    }

    void putTask(String code, int domain, int number, String statement) {
        entityManager
                .createNativeQuery("""
                        insert into exam_task (exam_id, domain, number, statement)
                        select id, ?2, ?3, ?4 from exam where code = ?1
                        on duplicate key update statement = ?4""")
                .setParameter(1, code)
                .setParameter(2, domain)
                .setParameter(3, number)
                .setParameter(4, statement)
                .executeUpdate();
    }
}
