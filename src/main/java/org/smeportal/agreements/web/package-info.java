/** Pages of the agreement. */
@NullMarked
package org.smeportal.agreements.web;

import org.jspecify.annotations.NullMarked;
