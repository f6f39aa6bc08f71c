package org.smeportal.attendance;

/** What an SME’s attendance of a session or of an event comes to (R4.1). */
public enum AttendanceResult {
    /** At least three quarters of the minutes. */
    ATTENDED,
    /** Some of it. */
    PARTIAL,
    /** Not there, with a reason given before or after. */
    EXCUSED,
    /** Not there. */
    NO_SHOW
}
