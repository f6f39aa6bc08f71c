package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.smeportal.platform.Repository;

/** Who wrote an item, by name: for the one act that shows it, with a reason and an entry in the trail (R6.1). */
@Repository
public class AuthorName {
    private final EntityManager entityManager;

    @Inject
    public AuthorName(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Of somebody whose data was deleted, what stands in the place of the name. */
    public String of(long itemId) {
        return (String) entityManager
                .createNativeQuery(
                        "select s.name from item_author a join sme s on s.id = a.sme_id where a.item_id = ?1")
                .setParameter(1, itemId)
                .getSingleResult();
    }
}
