package org.smeportal.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An act that the rules do not allow. It rolls the transaction back; one exception handler shows its sentence, found in
 * the message bundles under the key, on the page where the act was tried.
 */
public class Refused extends RuntimeException {

    private final String key;
    private final transient Object[] arguments;
    private @Nullable String field;

    public Refused(String key, Object... arguments) {
        super(key + " " + Arrays.toString(arguments));
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** Names the field of the form that was typed wrongly, so that the page can mark it. */
    public Refused at(String wrongField) {
        field = wrongField;
        return this;
    }

    public @Nullable String field() {
        return field;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
