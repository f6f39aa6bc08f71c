package org.smeportal.testing;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;

/** The same for {@code REQUIRES_NEW}: the type of a transaction is part of its binding. */
@Transactional(Transactional.TxType.REQUIRES_NEW)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class RigNewTransactions extends RigTransactions {}
