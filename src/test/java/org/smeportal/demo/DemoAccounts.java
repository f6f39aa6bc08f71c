package org.smeportal.demo;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import org.smeportal.testing.Rig;

/** The demo accounts of the public contract, active at once with the demo's password. */
public final class DemoAccounts {
    public static final String PASSWORD = "demo-Portal-2020";

    /** One for all, because everybody may know this password. */
    private static final String HASH =
            Argon2Factory.create(Argon2Types.ARGON2id).hash(2, 19 * 1024, 1, PASSWORD.toCharArray());

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
