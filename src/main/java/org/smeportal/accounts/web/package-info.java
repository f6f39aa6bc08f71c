/** Sign-in, sign-out, passwords, accounts and profile: pages, and the mechanism that knows who asks. */
@NullMarked
package org.smeportal.accounts.web;

import org.jspecify.annotations.NullMarked;
