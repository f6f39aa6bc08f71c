/**
 * The author's side of a group review (R6.3): what the group decided and said, without names; answers to its comments, and what
 * has to be answered before the item is handed in again. Nobody but the author gets anything from here.
 */
@NullMarked
package org.smeportal.replies;

import org.jspecify.annotations.NullMarked;
