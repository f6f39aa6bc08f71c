package org.smeportal.platform;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Binds the interceptors of a use case, in this order: permission (security), repetition after a deadlock (platform),
 * transaction, audit entry (audit).
 */
@InterceptorBinding
@Inherited
@Retention(RUNTIME)
@Target(TYPE)
public @interface Act {}
