package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.smeportal.platform.Repository;

/** Takes the person out of an SME (R1.5), within the transaction of the act that forgets them everywhere. */
@Repository
public class SmeForgetting {
    private final Smes smes;
    private final EntityManager entityManager;

    @Inject
    public SmeForgetting(Smes smes, EntityManager entityManager) {
        this.smes = smes;
        this.entityManager = entityManager;
    }

    /** Nobody else works on this SME until the transaction ends; whoever is forgotten already is refused. */
    public void begin(UUID sme) {
        smes.getAlone(sme);
    }

    public void forget(UUID publicId, String formerName) {
        Sme sme = smes.getAlone(publicId);
        delete("delete from sme_need where sme_id = ?1", sme);
        delete("delete from sme_needs where sme_id = ?1", sme);
        delete("delete from sme_blackout where sme_id = ?1", sme);
        delete("delete from sme_not_same where sme_id = ?1 or other_id = ?1", sme);
        sme.forget(formerName);
        smes.flush(sme.email());
    }

    private void delete(String sql, Sme sme) {
        entityManager.createNativeQuery(sql).setParameter(1, sme.id()).executeUpdate();
    }
}
