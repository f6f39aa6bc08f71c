/**
 * The day online (R4.6): the rooms of an event and who sits in which group, calls for help and the queue where they land,
 * follow-up calls with their calendar entries. A question may touch an item, so its words stay in the portal: no mail, no
 * title, no audit entry carries them.
 */
@NullMarked
package org.smeportal.online;

import org.jspecify.annotations.NullMarked;
