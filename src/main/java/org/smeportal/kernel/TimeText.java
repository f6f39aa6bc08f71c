package org.smeportal.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the portal writes times (R2.3): always for a zone, named by its city, never without one. */
public final class TimeText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_MONTH = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter WHOLE_MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private TimeText() {}

    /** {@code America/New_York} is New York, {@code Asia/Kathmandu} is Kathmandu. */
    public static String city(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ').replace("St Johns", "St John's");
    }

    /** Tuesday 24 November 2020 */
    public static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** Tue 24 Nov 2020 */
    public static String shortDay(Instant at, ZoneId zone) {
        return SHORT_DAY.format(at.atZone(zone));
    }

    public static String shortDay(LocalDate date) {
        return SHORT_DAY.format(date);
    }

    /** 14:00 */
    public static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** Tue 24 Nov 2020, 14:00 */
    public static String moment(Instant at, ZoneId zone) {
        return shortDay(at, zone) + ", " + time(at, zone);
    }

    /** Nov, as on a calendar sheet */
    public static String month(Instant at, ZoneId zone) {
        return MONTH.format(at.atZone(zone));
    }

    /** November 2020 */
    public static String wholeMonth(LocalDate date) {
        return WHOLE_MONTH.format(date);
    }

    public static String dayOfMonth(Instant at, ZoneId zone) {
        return String.format(Locale.ROOT, "%02d", at.atZone(zone).getDayOfMonth());
    }

    /** 14:00–18:00 on one day; with the days when it ends on another one. */
    public static String range(Instant start, Instant end, ZoneId zone) {
        ZonedDateTime from = start.atZone(zone);
        ZonedDateTime to = end.atZone(zone);
        if (from.toLocalDate().equals(to.toLocalDate())) {
            return TIME.format(from) + "–" + TIME.format(to);
        }
        return DAY_MONTH.format(from) + ", " + TIME.format(from) + " – " + DAY_MONTH.format(to) + ", "
                + TIME.format(to);
    }

    /** Tue 24 Nov 2020, 14:00–18:00, or first to last day when there are several. */
    public static String dayRange(Instant start, Instant end, ZoneId zone) {
        ZonedDateTime from = start.atZone(zone);
        ZonedDateTime to = end.atZone(zone);
        if (from.toLocalDate().equals(to.toLocalDate())) {
            return SHORT_DAY.format(from) + ", " + TIME.format(from) + "–" + TIME.format(to);
        }
        return DAY_MONTH.format(from) + ", " + TIME.format(from) + " – " + SHORT_DAY.format(to) + ", "
                + TIME.format(to);
    }

    /** Whether the clocks of both zones show the same at that moment, so that one of them says it all. */
    public static boolean sameClock(Instant at, ZoneId one, ZoneId other) {
        return one.getRules().getOffset(at).equals(other.getRules().getOffset(at));
    }

    /** Tue 24 Nov 2020, 14:00–18:00 Lisbon */
    public static String withZone(Instant start, Instant end, ZoneId zone) {
        return dayRange(start, end, zone) + " " + city(zone);
    }
}
