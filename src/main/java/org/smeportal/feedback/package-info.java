/**
 * Two minutes of feedback after an event (R4.7): who was there is asked once by mail when attendance is closed, answers once
 * and may change it for a while. The rule of privacy: programme managers see figures and comments from three answers on,
 * without names and in no order of time; a name stands beside a comment only when its author wants it there. The answer
 * itself knows its author, so that it can be changed, and the audit trail says who answered, never what. What remains: who
 * looks at the summary again and again sees each new answer arrive.
 */
@NullMarked
package org.smeportal.feedback;

import org.jspecify.annotations.NullMarked;
