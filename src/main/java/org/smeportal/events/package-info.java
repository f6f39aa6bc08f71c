/** Events (R2.1 to R2.3): planning, agenda, seats, states. */
@NullMarked
package org.smeportal.events;

import org.jspecify.annotations.NullMarked;
