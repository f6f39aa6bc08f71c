/**
 * Showing who wrote an item (R6.1): a programme manager of its exam gives a reason, everybody else asks and another person
 * says yes or no; nobody is shown anything while a review session runs. Who was shown whose item, on which day and why, stands
 * in a table of its own; the name stands nowhere new, and only the answer to that one request holds it.
 */
@NullMarked
package org.smeportal.disclosures;

import org.jspecify.annotations.NullMarked;
