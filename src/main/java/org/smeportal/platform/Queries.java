package org.smeportal.platform;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The read side of a feature: SQL or JPQL that answers with records; joins a transaction when there is one. */
@Stereotype
@Dependent
@Retention(RUNTIME)
@Target(TYPE)
public @interface Queries {}
