package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** From what a link or an address names to the row, read without a lock: what never changes of an invitation. */
@Queries
class InvitationKeys {

    private final EntityManager entityManager;
    private final RsvpLinks links;

    @Inject
    InvitationKeys(EntityManager entityManager, RsvpLinks links) {
        this.entityManager = entityManager;
        this.links = links;
    }

    record Key(long id, UUID publicId, long eventId, long smeId) {}

    Optional<Key> byToken(@Nullable String token) {
        return links.open(token)
                .flatMap(opened -> key("where id = ?1 and nonce = ?2", opened.subject(), opened.nonce()));
    }

    Optional<Key> byPublicId(UUID publicId) {
        return key("where public_id = ?1", publicId.toString());
    }

    Optional<Key> ofAccount(UUID publicId, long accountId) {
        return key(
                "where public_id = ?1 and sme_id = (select s.id from sme s where s.account_id = ?2)",
                publicId.toString(),
                accountId);
    }

    private Optional<Key> key(String where, Object... parameters) {
        var query = entityManager.createNativeQuery("select id, public_id, event_id, sme_id from invitation " + where);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Key(Sql.number(row[0]), Sql.uuid(row[1]), Sql.number(row[2]), Sql.number(row[3])))
                .findFirst();
    }
}
