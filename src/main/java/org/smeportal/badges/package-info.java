/** What attendance earns (R4.3): rules, awards, the public badge page. */
@NullMarked
package org.smeportal.badges;

import org.jspecify.annotations.NullMarked;
