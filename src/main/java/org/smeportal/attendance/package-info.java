/** Who was there (R4.1): an append-only ledger, closing and correcting. */
@NullMarked
package org.smeportal.attendance;

import org.jspecify.annotations.NullMarked;
