package org.smeportal.audit;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A use case that leaves no entry in the trail, and why: it has a record of its own, or is a part of an act that has one. */
@Retention(RUNTIME)
@Target(TYPE)
public @interface Unaudited {
    String value();
}
