/**
 * The personal data of an SME are theirs (R1.5): export as JSON and as a page, and deletion that anonymises while events,
 * contributions and badges stay whole.
 */
@NullMarked
package org.smeportal.privacy;

import org.jspecify.annotations.NullMarked;
