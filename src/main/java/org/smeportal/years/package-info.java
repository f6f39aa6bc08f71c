/**
 * The year in review (R8.3), of an SME and of the programme, and the people met (R8.1). A year is cut by each event's own
 * zone (R2.3). {@link org.smeportal.years.YearCard} is all that a shared page can show: what is not in that type cannot
 * leak onto it.
 */
@NullMarked
package org.smeportal.years;

import org.jspecify.annotations.NullMarked;
