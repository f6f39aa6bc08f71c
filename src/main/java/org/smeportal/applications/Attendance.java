package org.smeportal.applications;

/** How coming to events suits an applicant (R1.1). */
public enum Attendance {
    /** Online only. */
    VIRTUAL,
    /** Online, and in person within their own region. */
    NEARBY,
    /** Online, and in person wherever it is. */
    ANYWHERE
}
