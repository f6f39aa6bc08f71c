package org.smeportal.kernel;

/** The current user lacks the permission; answered with status 403. */
public class Forbidden extends RuntimeException {

    public Forbidden(String act) {
        super(act);
    }
}
