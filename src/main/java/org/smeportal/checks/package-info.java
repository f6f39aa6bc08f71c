/**
 * Quality checks by duty (R6.4; state 5 of {@code items.md}): an item that a group accepted is read by an editor, for technical
 * accuracy and for fairness. Each signs the revision; with the last of the three it goes on, and whoever finds something sends
 * it back. Blind like reviews (R6.1).
 */
@NullMarked
package org.smeportal.checks;

import org.jspecify.annotations.NullMarked;
