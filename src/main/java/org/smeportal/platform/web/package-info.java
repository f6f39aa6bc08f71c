/** Faces glue: exception handler, record properties in EL, message and time texts for pages, list URLs, security headers. */
@NullMarked
package org.smeportal.platform.web;

import org.jspecify.annotations.NullMarked;
