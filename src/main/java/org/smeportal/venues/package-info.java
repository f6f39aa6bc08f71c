/** The venue book (R2.1): houses with rooms that events can be planned in. */
@NullMarked
package org.smeportal.venues;

import org.jspecify.annotations.NullMarked;
