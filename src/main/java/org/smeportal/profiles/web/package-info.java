/** Pages of the profile. */
@NullMarked
package org.smeportal.profiles.web;

import org.jspecify.annotations.NullMarked;
