package org.smeportal.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** From which day on a declined person may apply again (R1.1): a whole number of months after they were told. */
final class ApplyAgain {

    private ApplyAgain() {}

    static LocalDate from(Instant told, ZoneId zone, int months) {
        return told.atZone(zone).toLocalDate().plusMonths(months);
    }
}
