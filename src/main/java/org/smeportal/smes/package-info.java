/** SMEs: the directory, import, invitation to the portal. */
@NullMarked
package org.smeportal.smes;

import org.jspecify.annotations.NullMarked;
