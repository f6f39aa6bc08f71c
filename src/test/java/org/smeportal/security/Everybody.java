package org.smeportal.security;

import java.util.EnumMap;
import java.util.Map;
import org.smeportal.security.SecurityMatrix.Who;
import org.smeportal.testing.HttpUser;
import org.smeportal.testing.PortalServer;

/** The people of the security matrix, with their sessions. */
final class Everybody {
    private Everybody() {}

    static Map<Who, HttpUser> signedIn(PortalServer server) {
        Map<Who, HttpUser> people = new EnumMap<>(Who.class);
        people.put(Who.ANONYMOUS, HttpUser.anonymous(server));
        people.put(Who.OWNER, HttpUser.signedIn(server, "sme@example.org"));
        people.put(Who.OTHER_SME, HttpUser.signedIn(server, "newcomer@example.org"));
        people.put(Who.PM_ELSEWHERE, HttpUser.signedIn(server, "second.pm@example.org"));
        people.put(Who.PM, HttpUser.signedIn(server, "pm@example.org"));
        people.put(Who.ADMIN, HttpUser.signedIn(server, "admin@example.org"));
        return people;
    }
}
