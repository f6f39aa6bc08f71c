package org.smeportal.demo;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import org.smeportal.testing.Rig;

/** The demo accounts of the public contract, active at once with the demo's password. */
public final class DemoAccounts {
    public static final String PASSWORD = "demo-Portal-2020";

    /** One for all: everybody may know this password, and a hash takes a third of a second. */
    private static final String HASH = Password.hash(PASSWORD)
            .addRandomSalt(16)
            .with(Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID))
            .getResult();

    private DemoAccounts() {}

    /** An account that can sign in; answers its id. */
    public static long insert(Rig rig, String email, String name, String zone, String... roles) {
        rig.update("""
                insert into account (public_id, email, name, zone, state, password_hash, link_nonce, created_at)
                values (uuid(), ?1, ?2, ?3, 'ACTIVE', ?4, 'demo', utc_timestamp(6))""", email, name, zone, HASH);
        long id = rig.count("select id from account where email = ?1", email);
        for (String role : roles) {
            rig.update("insert into account_role (account_id, role) values (?1, ?2)", id, role);
        }
        return id;
    }
}
