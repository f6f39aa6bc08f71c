/**
 * The programme manager's side of items (R5.3, R8.2, R9.3): how many are where and what is missing, what they say, giving
 * them back, who saw them, which rules are waived. Everything here is blind (R6.1): no author, no order or hour that tells
 * one.
 */
@NullMarked
package org.smeportal.pipeline;

import org.jspecify.annotations.NullMarked;
