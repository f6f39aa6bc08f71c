package org.smeportal.boot;

/** A configuration the portal cannot start with; the message is the one line that names what to mend. */
final class Unusable extends Exception {
    Unusable(String message) {
        super(message);
    }
}
