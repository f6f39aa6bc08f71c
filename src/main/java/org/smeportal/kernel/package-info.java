/** Value types of the whole portal: no framework, no database. */
@NullMarked
package org.smeportal.kernel;

import org.jspecify.annotations.NullMarked;
