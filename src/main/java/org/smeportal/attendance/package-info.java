/**
 * Who was there (R4.1): ticks per session on the board, an append-only ledger, closing and correcting. The newest entry
 * of event, SME and session counts; an entry without a session speaks of the whole event.
 */
@NullMarked
package org.smeportal.attendance;

import org.jspecify.annotations.NullMarked;
