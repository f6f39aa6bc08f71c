/** The pages of authors: the writing desk, their items, handing in. */
@NullMarked
package org.smeportal.items.web;

import org.jspecify.annotations.NullMarked;
