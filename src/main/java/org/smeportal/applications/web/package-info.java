/** The pages of joining: the public form with its private links, and what programme managers see of it. */
@NullMarked
package org.smeportal.applications.web;

import org.jspecify.annotations.NullMarked;
