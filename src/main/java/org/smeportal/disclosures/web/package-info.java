/** The pages on which the author of an item is asked for, allowed and shown. */
@NullMarked
package org.smeportal.disclosures.web;

import org.jspecify.annotations.NullMarked;
