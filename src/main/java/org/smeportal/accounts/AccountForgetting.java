package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.security.Role;

/** Takes the person out of an account (R1.5), within the transaction of the act that forgets them everywhere. */
@Repository
public class AccountForgetting {
    private final Accounts accounts;
    private final EntityManager entityManager;

    @Inject
    public AccountForgetting(Accounts accounts, EntityManager entityManager) {
        this.accounts = accounts;
        this.entityManager = entityManager;
    }

    /** Who also works for the programme leads events by their name: an administrator ends that first. */
    public void mustBeAnSmeOnly(long accountId) {
        if (!Set.of(Role.SME).containsAll(accounts.get(accountId).roles())) {
            throw new Refused("accounts.refused.otherRoles");
        }
    }

    /** The account is closed; its second factor and its sessions are gone, with the addresses they came from. */
    public void forget(long accountId, String formerName) {
        for (String table : List.of("user_session", "pending_sign_in", "second_factor")) {
            entityManager
                    .createNativeQuery("delete from " + table + " where account_id = ?1")
                    .setParameter(1, accountId)
                    .executeUpdate();
        }
        accounts.get(accountId).forget(formerName);
        entityManager.flush();
    }
}
