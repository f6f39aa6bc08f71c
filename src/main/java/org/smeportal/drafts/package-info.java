/**
 * What is being typed (R5.1): a draft is fields with versions. A device sends the fields that it changed with the versions
 * that it began with; a field that another device changed meanwhile is a conflict and is answered, never overwritten.
 * Former states are kept and can be restored. All of it is sealed; whose draft it is, is not known here.
 */
@NullMarked
package org.smeportal.drafts;

import org.jspecify.annotations.NullMarked;
