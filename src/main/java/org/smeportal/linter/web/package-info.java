/** Pages about the rules of the linter. */
@NullMarked
package org.smeportal.linter.web;

import org.jspecify.annotations.NullMarked;
