package org.smeportal.invitations;

import java.time.Duration;

/** How often somebody who has not answered may be reminded (R3.7). */
final class ReminderPolicy {

    static final Duration QUIET = Duration.ofDays(2);
    static final int MOST = 3;

    private ReminderPolicy() {}
}
