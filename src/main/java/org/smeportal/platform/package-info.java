/** What every feature stands on: the use-case stereotype, clock, configuration, persistence helpers, message texts. */
@NullMarked
package org.smeportal.platform;

import org.jspecify.annotations.NullMarked;
