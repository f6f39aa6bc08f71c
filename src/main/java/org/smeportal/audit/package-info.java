/** The audit trail: one row for each act. */
@NullMarked
package org.smeportal.audit;

import org.jspecify.annotations.NullMarked;
