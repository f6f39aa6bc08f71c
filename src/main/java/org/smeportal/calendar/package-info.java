/**
 * The calendar (R2.6): month, week and agenda in the reader's zone, the timeline of a year, and feeds to subscribe to.
 *
 * <p>A feed's address is a signed token whose nonce stands in {@code calendar_feed}; nothing usable is stored. Whether it
 * opens is asked again at each request: a closed account or a lost role ends it like a revocation does.
 */
@NullMarked
package org.smeportal.calendar;

import org.jspecify.annotations.NullMarked;
