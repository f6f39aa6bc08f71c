/**
 * Changes of events that people count on (R2.2, R2.4): going virtual and back, postponing and a new date, for one event or
 * for all between two dates. A change is planned with its consequences in view, waits for the undo window and is then done
 * at once, with one message a person; an undone one never happened.
 */
@NullMarked
package org.smeportal.changes;

import org.jspecify.annotations.NullMarked;
