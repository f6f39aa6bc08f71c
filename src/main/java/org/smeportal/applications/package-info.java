/**
 * Joining the programme (R1.1 to R1.4). An application is a DRAFT in one browser, UNCONFIRMED when its form was sent,
 * SUBMITTED once the e-mail address is confirmed (only now it counts, with a promised date), IN_REVIEW from the first
 * score, and at last ACCEPTED, WAITLISTED (which can still become one of the others) or DECLINED; its applicant may
 * withdraw it before. A decision is taken first and told later: the state changes when it is published. Each address has
 * at most one application that counts. Rubrics are data: scores point to the version they were given by.
 */
@NullMarked
package org.smeportal.applications;

import org.jspecify.annotations.NullMarked;
