package org.smeportal.platform;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A collection of entities, named by their plural, for the use cases of its own package. */
@Stereotype
@Dependent
@Retention(RUNTIME)
@Target(TYPE)
public @interface Repository {}
