/** Accounts, sign-in with a second factor, sessions, activation and reset by single-use links. */
@NullMarked
package org.smeportal.accounts;

import org.jspecify.annotations.NullMarked;
