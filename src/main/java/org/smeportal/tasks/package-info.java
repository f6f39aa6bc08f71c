/**
 * Work for the programme outside of events (R8.5): asked for or recorded by a programme manager, or told by the SME, with
 * its hours. A task is OPEN, then DONE (with day and minutes) or DROPPED.
 */
@NullMarked
package org.smeportal.tasks;

import org.jspecify.annotations.NullMarked;
