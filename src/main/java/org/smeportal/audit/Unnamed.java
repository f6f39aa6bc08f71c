package org.smeportal.audit;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A use case whose entry in the trail does not name who acted, and why: who wrote an item stays unknown (R6.1). */
@Retention(RUNTIME)
@Target(TYPE)
public @interface Unnamed {
    String value();
}
