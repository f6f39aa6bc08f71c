/**
 * What an SME says of themselves for the work (R1.5): qualifications with evidence and expiry, limits, mail preferences,
 * who may see them.
 */
@NullMarked
package org.smeportal.profiles;

import org.jspecify.annotations.NullMarked;
