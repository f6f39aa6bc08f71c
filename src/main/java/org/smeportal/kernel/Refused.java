package org.smeportal.kernel;

import java.util.Arrays;

/**
 * An act that the rules do not allow. It rolls the transaction back; one exception handler shows its sentence, found in
 * the message bundles under the key, on the page where the act was tried.
 */
public class Refused extends RuntimeException {

    private final String key;
    private final transient Object[] arguments;

    public Refused(String key, Object... arguments) {
        super(key + " " + Arrays.toString(arguments));
        this.key = key;
        this.arguments = arguments.clone();
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
