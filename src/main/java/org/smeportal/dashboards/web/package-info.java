/** The home page of SMEs, programme managers and administrators. */
@NullMarked
package org.smeportal.dashboards.web;

import org.jspecify.annotations.NullMarked;
