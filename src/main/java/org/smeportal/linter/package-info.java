/**
 * The item linter (R5.2): rules L1–L27 as pure functions on an {@link org.smeportal.wording.ItemText}. Each finding has its
 * rule, a level, a place, a sentence that says why, and where it can a fix. It knows no database, no item and no author.
 */
@NullMarked
package org.smeportal.linter;

import org.jspecify.annotations.NullMarked;
