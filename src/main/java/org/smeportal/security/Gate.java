package org.smeportal.security;

import java.util.Optional;

/**
 * What somebody who is signed in has to do before their pages open, such as accepting the agreement. Asked on every
 * request for a page of theirs that their role may open; the pages of the gate itself have to be let through.
 */
public interface Gate {
    /**
     * The page to lead the user to instead of {@code path}; empty when they may pass. That page gets the address that was
     * asked for as its parameter {@code from}, and leads back there.
     */
    Optional<String> detour(CurrentUser user, String path);

    /** A page that no other gate may lead away from, such as the one that proves who the user is. */
    default boolean comesFirst(String path) {
        return false;
    }
}
