/**
 * Items that are like others (R5.4): near-duplicates by the words of scenario and question, and enemies, which must not stand
 * on one form. The texts are compared in memory only; a writer learns yes or no, a programme manager sees both with figures.
 */
@NullMarked
package org.smeportal.similarity;

import org.jspecify.annotations.NullMarked;
