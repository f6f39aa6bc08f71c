/** Tasks as programme managers ask for them and SMEs report them. */
@NullMarked
package org.smeportal.tasks.web;

import org.jspecify.annotations.NullMarked;
