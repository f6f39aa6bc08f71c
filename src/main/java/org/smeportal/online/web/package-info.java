/** The day page of SMEs; rooms, queue and calls of programme managers. */
@NullMarked
package org.smeportal.online.web;

import org.jspecify.annotations.NullMarked;
