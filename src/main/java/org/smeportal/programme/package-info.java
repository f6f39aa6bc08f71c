/** Settings of the programme. */
@NullMarked
package org.smeportal.programme;

import org.jspecify.annotations.NullMarked;
