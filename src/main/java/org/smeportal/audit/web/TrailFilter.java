package org.smeportal.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.AuditQueries;

/** The filter as it stands in the address: what is no day asks for nothing. */
record TrailFilter(
        String search,
        String actor,
        String act,
        String about,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean withoutSignIns) {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    static TrailFilter of(HttpServletRequest request) {
        return new TrailFilter(
                typed(request, "search"),
                typed(request, "actor"),
                typed(request, "act"),
                typed(request, "about"),
                day(request.getParameter("from")),
                day(request.getParameter("to")),
                "no".equals(request.getParameter("signIns")));
    }

    /** Both days are whole days of the reader's zone. */
    AuditQueries.Filter in(ZoneId zone) {
        return new AuditQueries.Filter(
                search,
                actor,
                act,
                about,
                from == null ? EARLIEST : from.atStartOfDay(zone).toInstant(),
                to == null ? LATEST : to.plusDays(1).atStartOfDay(zone).toInstant(),
                withoutSignIns);
    }

    private static String typed(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        try {
            return day == null || day.length() != 10 ? null : LocalDate.parse(day);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
