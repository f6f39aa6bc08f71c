/**
 * Exams and the domains of their blueprints; who does what for which exam.
 *
 * <p>Duties: an administrator assigns programme managers to exams, and may grant any duty; a programme manager grants the
 * others, for the exams that they are assigned to. Nobody grants anything to themselves, so that no one person makes
 * themselves the second pair of eyes. A duty goes to an active account of a programme manager or an SME; whoever only
 * administers sees no item text and can hold none. It counts as long as the account is active and has such a role; it may be
 * laid down by its holder, an assignment may not. Later features ask {@code ExamDuties.has(account, exam, duty)}.
 */
@NullMarked
package org.smeportal.exams;

import org.jspecify.annotations.NullMarked;
