/** The public page of a badge, the list of awards and the end of one. */
@NullMarked
package org.smeportal.badges.web;

import org.jspecify.annotations.NullMarked;
