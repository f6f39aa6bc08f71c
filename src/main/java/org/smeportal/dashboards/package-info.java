/** Read-only: what needs whom now (R8.1, R8.2). Nothing imports it. */
@NullMarked
package org.smeportal.dashboards;

import org.jspecify.annotations.NullMarked;
