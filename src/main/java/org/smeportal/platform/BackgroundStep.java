package org.smeportal.platform;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A short transaction of the system's own work (relay, clock): nobody's act, so neither permission nor audit entry. */
@Stereotype
@Dependent
@Transactional(Transactional.TxType.REQUIRES_NEW)
@Retention(RUNTIME)
@Target(TYPE)
public @interface BackgroundStep {}
