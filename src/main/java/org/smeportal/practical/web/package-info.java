/** The practical page as SMEs read it, its editor, and the host's page. */
@NullMarked
package org.smeportal.practical.web;

import org.jspecify.annotations.NullMarked;
