/** Exams and the domains of their blueprints. */
@NullMarked
package org.smeportal.exams;

import org.jspecify.annotations.NullMarked;
