package org.smeportal.attendance;

import java.util.Set;

/** What results would mean for badges, before they are written; the package that knows the rule answers. */
public interface BadgeForecast {

    /** Who of them would earn a badge if the event were closed with all of them as ATTENDED. */
    Set<Long> earning(long eventId, Set<Long> attended);

    /** Whether an ATTENDED that was none would earn the SME a badge. */
    boolean wouldEarn(long eventId, long smeId);

    /** Whether the SME would lose a badge with any other result than ATTENDED. */
    boolean wouldLose(long eventId, long smeId);
}
