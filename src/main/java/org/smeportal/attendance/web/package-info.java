/** The attendance board of an event and the correction of a result. */
@NullMarked
package org.smeportal.attendance.web;

import org.jspecify.annotations.NullMarked;
