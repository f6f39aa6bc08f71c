/** Items that are alike, and enemies, as writers and programme managers meet them. */
@NullMarked
package org.smeportal.similarity.web;

import org.jspecify.annotations.NullMarked;
