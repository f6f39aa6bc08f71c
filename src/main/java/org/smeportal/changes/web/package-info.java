/** Pages of changes: consequences first, then the one click, then what became of it. */
@NullMarked
package org.smeportal.changes.web;

import org.jspecify.annotations.NullMarked;
