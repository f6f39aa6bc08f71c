/** Pages of invitations: picking and inviting, the panel, the answer by link and signed in. */
@NullMarked
package org.smeportal.invitations.web;

import org.jspecify.annotations.NullMarked;
