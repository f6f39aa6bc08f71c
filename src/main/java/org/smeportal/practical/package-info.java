/**
 * How to come to an event and be well there (R2.7): the practical page that programme managers write and seated SMEs
 * read, private travel notes, and what the host needs: counts of diets and access needs, arrivals, badges to print.
 */
@NullMarked
package org.smeportal.practical;

import org.jspecify.annotations.NullMarked;
