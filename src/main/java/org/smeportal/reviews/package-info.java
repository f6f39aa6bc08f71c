/**
 * Blind group review (R6.1, R6.2): rounds of items for the groups of an event, silent verdicts, the reveal, edits and
 * decisions. Nothing here can reach the link to an author; {@code AuthorGuard} answers yes or no.
 */
@NullMarked
package org.smeportal.reviews;

import org.jspecify.annotations.NullMarked;
