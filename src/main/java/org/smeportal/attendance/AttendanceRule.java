package org.smeportal.attendance;

import java.util.List;

/**
 * From sessions to the result of an event (R4.1): ATTENDED from three quarters of the minutes of the required sessions
 * on, PARTIAL for less, EXCUSED when excused from everything that counts, else NO_SHOW. Without a required session all
 * count.
 */
public final class AttendanceRule {

    public static final int PERCENT = 75;

    private AttendanceRule() {}

    /** One session of an event, and how long the SME was there. */
    public record Part(boolean required, int minutes, int attended, boolean excused) {}

    /** The result with the minutes it counted, of how many. */
    public record Outcome(AttendanceResult result, int minutes, int of) {}

    public static Outcome of(List<Part> parts) {
        boolean someRequired = parts.stream().anyMatch(Part::required);
        List<Part> counting =
                parts.stream().filter(part -> part.required() || !someRequired).toList();
        int of = counting.stream().mapToInt(Part::minutes).sum();
        int minutes = counting.stream()
                .mapToInt(part -> Math.min(part.attended(), part.minutes()))
                .sum();
        return new Outcome(result(parts, counting, minutes, of), minutes, of);
    }

    private static AttendanceResult result(List<Part> all, List<Part> counting, int minutes, int of) {
        if (isEnough(minutes, of)) {
            return AttendanceResult.ATTENDED;
        }
        if (all.stream().anyMatch(part -> part.attended() > 0)) {
            return AttendanceResult.PARTIAL;
        }
        boolean excused = !counting.isEmpty() && counting.stream().allMatch(Part::excused);
        return excused ? AttendanceResult.EXCUSED : AttendanceResult.NO_SHOW;
    }

    /** The same share decides for one session. */
    static boolean isEnough(int minutes, int of) {
        return minutes > 0 && minutes * 100L >= (long) of * PERCENT;
    }
}
