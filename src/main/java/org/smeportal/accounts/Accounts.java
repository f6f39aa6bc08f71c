package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Violation;

/** All accounts. */
@Repository
class Accounts {
    private final EntityManager entityManager;

    @Inject
    Accounts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(Account account) {
        entityManager.persist(account);
        Violation.flush(entityManager, new Refused("accounts.refused.known", account.email()));
    }

    Optional<Account> byEmail(EmailAddress email) {
        return entityManager
                .createQuery("select a from Account a where a.email = :email", Account.class)
                .setParameter("email", email.value())
                .getResultStream()
                .findFirst();
    }

    Account get(long id) {
        Account account = entityManager.find(Account.class, id);
        if (account == null) {
            throw new NotFound();
        }
        return account;
    }

    Account byPublicId(UUID id) {
        return entityManager
                .createQuery("select a from Account a where a.publicId = :id", Account.class)
                .setParameter("id", id.toString())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Whether somebody else could still administer without this account. Locks all administrators, so that two who take the
     * role from each other at the same moment take turns.
     */
    boolean othersAdminister(Account account) {
        return Sql.rows(entityManager.createNativeQuery("""
                        select a.id, a.state from account a join account_role r on r.account_id = a.id
                        where r.role = 'ADMIN' order by a.id for update"""))
                .anyMatch(row -> Sql.number(row[0]) != account.id()
                        && AccountState.ACTIVE.name().equals(row[1]));
    }
}
