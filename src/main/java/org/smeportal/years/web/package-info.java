/** Pages of the year in review and of the people met. */
@NullMarked
package org.smeportal.years.web;

import org.jspecify.annotations.NullMarked;
