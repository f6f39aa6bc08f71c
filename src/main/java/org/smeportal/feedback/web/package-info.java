/** The form of an SME and the summary of programme managers. */
@NullMarked
package org.smeportal.feedback.web;

import org.jspecify.annotations.NullMarked;
