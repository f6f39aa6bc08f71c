package org.smeportal.platform;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** One act of the business: permitted by {@code @Requires}, one transaction, one audit entry. */
@Stereotype
@Dependent
@Transactional
@Act
@Retention(RUNTIME)
@Target(TYPE)
public @interface UseCase {}
