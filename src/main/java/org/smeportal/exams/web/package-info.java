/** Pages of the exams. */
@NullMarked
package org.smeportal.exams.web;

import org.jspecify.annotations.NullMarked;
