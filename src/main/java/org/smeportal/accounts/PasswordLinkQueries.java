package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;

/** What opening a link to set a password shows; it changes nothing. */
@Queries
public class PasswordLinkQueries {
    private final EntityManager entityManager;
    private final PasswordLinks links;

    @Inject
    public PasswordLinkQueries(EntityManager entityManager, PasswordLinks links) {
        this.entityManager = entityManager;
        this.links = links;
    }

    /** Whose password the link sets; empty when it is used, old or not ours. */
    public Optional<String> holder(@Nullable String token) {
        return links.open(token).flatMap(opened -> {
            List<?> found = entityManager
                    .createNativeQuery(
                            "select email from account where id = ?1 and link_nonce = ?2 and state <> 'CLOSED'")
                    .setParameter(1, opened.subject())
                    .setParameter(2, opened.nonce())
                    .getResultList();
            return found.stream().map(String.class::cast).findFirst();
        });
    }
}
