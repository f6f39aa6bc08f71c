/** Pages of the venue book. */
@NullMarked
package org.smeportal.venues.web;

import org.jspecify.annotations.NullMarked;
