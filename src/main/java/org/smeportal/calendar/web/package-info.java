/** The calendar's pages, and the feeds as calendar programs fetch them. */
@NullMarked
package org.smeportal.calendar.web;

import org.jspecify.annotations.NullMarked;
