/**
 * The audit trail: one row for each act, with what it changed as before and after.
 *
 * <p>Rows are sealed into a chain by {@link org.smeportal.audit.Sealing}, a job of its own after the commit; {@code VerifyTrail}
 * walks it and names the first row that is not as it was sealed. Rows are never changed nor deleted, also not when a person is
 * forgotten: so nothing goes into them that may have to go, such as free text about health or motivation, and names and
 * addresses only where the act is about them.
 */
@NullMarked
package org.smeportal.audit;

import org.jspecify.annotations.NullMarked;
