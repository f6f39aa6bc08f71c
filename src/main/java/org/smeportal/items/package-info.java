/**
 * Items and their life (R5, R9; {@code items.md}): an {@link org.smeportal.items.Item} is a code, an exam, a place in the
 * blueprint and a status that moves by the table of {@link org.smeportal.items.Lifecycle} only. What it says stands in
 * immutable revisions (R5.3), sealed; what is being typed stands in {@code drafts}. Who wrote it stands in one table that
 * only {@link org.smeportal.items.AuthorGuard} and the author's own reads know (R6.1).
 */
@NullMarked
package org.smeportal.items;

import org.jspecify.annotations.NullMarked;
