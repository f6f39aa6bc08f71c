package org.smeportal.privacy;

import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.accounts.AccountForgetting;
import org.smeportal.accounts.AccountState;
import org.smeportal.platform.Repository;

/** The account, and where it was signed in. */
@Repository
public class AccountData implements PersonalData {
    private final PersonRows rows;
    private final AccountForgetting forgetting;

    @Inject
    public AccountData(PersonRows rows, AccountForgetting forgetting) {
        this.rows = rows;
        this.forgetting = forgetting;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public String section() {
        return "account";
    }

    @Override
    public Set<String> tables() {
        return Set.of("account", "account_role", "user_session", "pending_sign_in", "second_factor", "recovery_code");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(
                rows.facts(
                        "account",
                        """
                        select a.name, a.email, a.zone, a.state, a.created_at, a.last_sign_in_at,
                            (select group_concat(r.role order by r.role separator ', ')
                                from account_role r where r.account_id = a.id) as roles
                        from account a where a.id = ?1""",
                        person.accountOrNone(),
                        text("name"),
                        text("email"),
                        text("zone"),
                        constant("state", AccountState.class),
                        moment("createdAt"),
                        moment("lastSignInAt"),
                        text("roles")),
                rows.list(
                        "sessions",
                        """
                        select created_at, seen_at, revoked_at, address, agent
                        from user_session where account_id = ?1 order by id desc""",
                        person.accountOrNone(),
                        moment("signedInAt"),
                        moment("seenAt"),
                        moment("endedAt"),
                        text("address"),
                        text("browser")),
                rows.facts(
                        "secondFactor",
                        "select begun_at, confirmed_at from second_factor where account_id = ?1",
                        person.accountOrNone(),
                        moment("begunAt"),
                        moment("setUpAt")),
                rows.list(
                        "pendingSignIns",
                        "select expires_at, address, agent from pending_sign_in where account_id = ?1",
                        person.accountOrNone(),
                        moment("expiresAt"),
                        text("address"),
                        text("browser")));
    }

    @Override
    public void forget(Person person) {
        if (person.account() != null) {
            forgetting.forget(person.account(), rows.formerName());
        }
    }
}
