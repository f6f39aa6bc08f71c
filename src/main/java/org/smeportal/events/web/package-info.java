/** Events: list, plan, overview, agenda, cancelling. */
@NullMarked
package org.smeportal.events.web;

import org.jspecify.annotations.NullMarked;
