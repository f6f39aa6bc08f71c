/** The page of the audit trail. */
@NullMarked
package org.smeportal.audit.web;

import org.jspecify.annotations.NullMarked;
