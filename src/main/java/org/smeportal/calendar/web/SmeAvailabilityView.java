package org.smeportal.calendar.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.calendar.Availability;
import org.smeportal.calendar.AvailabilityQueries;
import org.smeportal.calendar.DayMark;
import org.smeportal.kernel.Words;

/** The part of an SME's page with the months to come, to be read only; which SME it is stands in the address. */
@Named
@RequestScoped
public class SmeAvailabilityView {
    @Inject
    private AvailabilityQueries availability;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private @Nullable Availability calendar;

    @PostConstruct
    void read() {
        UUID sme = Words.uuid(id);
        calendar = sme == null ? null : availability.of(sme, clock.instant()).orElse(null);
    }

    /** Null for somebody who left. */
    public @Nullable Availability getCalendar() {
        return calendar;
    }

    public DayMark[] getMarks() {
        return DayMark.values();
    }
}
