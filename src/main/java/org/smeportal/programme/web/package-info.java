/** The page of the programme's settings. */
@NullMarked
package org.smeportal.programme.web;

import org.jspecify.annotations.NullMarked;
