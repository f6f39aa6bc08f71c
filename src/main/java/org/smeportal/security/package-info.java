/** Who may: roles, permissions, the current user, signed link tokens. */
@NullMarked
package org.smeportal.security;

import org.jspecify.annotations.NullMarked;
