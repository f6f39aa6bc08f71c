/** What pages say for the signed-in user: times in their zone. */
@NullMarked
package org.smeportal.security.web;

import org.jspecify.annotations.NullMarked;
