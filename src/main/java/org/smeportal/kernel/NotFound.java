package org.smeportal.kernel;

/** What the address names does not exist, or not for this user; answered with status 404. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("not found");
    }
}
