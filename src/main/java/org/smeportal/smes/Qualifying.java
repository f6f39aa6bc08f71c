package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;

/** For whoever judged the evidence: from now on the SME counts as qualified for the exam. */
@Repository
public class Qualifying {
    private final EntityManager entityManager;

    @Inject
    public Qualifying(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public void qualify(long smeId, long examId) {
        Sme sme = entityManager.find(Sme.class, smeId);
        if (sme == null) {
            throw new NotFound();
        }
        sme.qualifyFor(examId);
    }
}
