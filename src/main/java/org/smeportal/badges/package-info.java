/**
 * What attendance earns (R4.3): a badge is awarded by itself when its rule (data: how many events of which kinds) is
 * met, and revoked by a correction or by hand. An award keeps the rule it was given by; its day never moves. Events that
 * ended before a revocation by hand do not count for the next award.
 */
@NullMarked
package org.smeportal.badges;

import org.jspecify.annotations.NullMarked;
