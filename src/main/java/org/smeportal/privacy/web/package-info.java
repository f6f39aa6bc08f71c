/** Pages of privacy. */
@NullMarked
package org.smeportal.privacy.web;

import org.jspecify.annotations.NullMarked;
