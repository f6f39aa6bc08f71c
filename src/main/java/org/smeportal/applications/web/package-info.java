/** Applications as programme managers read, score, decide and publish them, and as applicants write and follow them. */
@NullMarked
package org.smeportal.applications.web;

import org.jspecify.annotations.NullMarked;
