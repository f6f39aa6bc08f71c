/** Settings of the programme: whole numbers with a standard, read by every feature, changed by an administrator. */
@NullMarked
package org.smeportal.programme;

import org.jspecify.annotations.NullMarked;
