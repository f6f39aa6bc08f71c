package org.smeportal.security;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The permission that a use case (or one of its methods) asks of the current user. */
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Requires {
    Permission value();
}
