package org.smeportal.security;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Says on purpose that a use case needs nobody signed in: a link's token, or the system's own clock, is its proof. */
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Anonymous {
    /** What stands in for the sign-in. */
    String value();
}
