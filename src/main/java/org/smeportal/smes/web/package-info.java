/** Pages of the SME directory. */
@NullMarked
package org.smeportal.smes.web;

import org.jspecify.annotations.NullMarked;
