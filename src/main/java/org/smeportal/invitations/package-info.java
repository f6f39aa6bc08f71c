/** Filling the panel (R3.3, R3.4, R3.6): invitations, answers, waitlist, calendar mails. */
@NullMarked
package org.smeportal.invitations;

import org.jspecify.annotations.NullMarked;
