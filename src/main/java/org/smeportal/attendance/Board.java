package org.smeportal.attendance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventStatus;
import org.smeportal.events.SessionRow;

/**
 * The attendance of an event: everybody who holds a seat or is in the ledger, with their sessions. An event without
 * sessions has one column, number 0, for the whole of it. {@code newest} is the last entry of the ledger it knows.
 */
public record Board(EventCard event, List<SessionRow> columns, List<Row> rows, long newest) {

    /** An SME in a session: nothing was recorded, or present for some minutes, excused, absent. */
    public record Cell(
            long session,
            String title,
            Instant startsAt,
            int of,
            @Nullable AttendanceResult result,
            int minutes) {

        public boolean present() {
            return minutes > 0;
        }

        public boolean excused() {
            return result == AttendanceResult.EXCUSED;
        }

        public boolean partly() {
            return minutes > 0 && minutes < of;
        }
    }

    /** An SME with the final result or, before closing, with what the rule makes of the ticks so far. */
    public record Row(
            long smeId,
            UUID sme,
            String name,
            boolean seated,
            List<Cell> cells,
            AttendanceResult result,
            int minutes,
            int of,
            @Nullable AttendanceSource source,
            @Nullable String reason) {

        public boolean excused() {
            return cells.stream().anyMatch(Cell::excused);
        }
    }

    /** A line of the ledger. {@code session} is null when it speaks of the whole event. */
    public record Line(
            long id,
            UUID sme,
            String name,
            @Nullable String session,
            AttendanceResult result,
            int minutes,
            AttendanceSource source,
            String by,
            Instant at,
            @Nullable String reason) {}

    public boolean isClosed() {
        return event.status() == EventStatus.COMPLETED;
    }

    public Map<AttendanceResult, Integer> counts() {
        Map<AttendanceResult, Integer> counts = new EnumMap<>(AttendanceResult.class);
        for (AttendanceResult result : AttendanceResult.values()) {
            counts.put(result, 0);
        }
        rows.forEach(row -> counts.merge(row.result(), 1, Integer::sum));
        return counts;
    }

    public Set<Long> attended() {
        return rows.stream()
                .filter(row -> row.result() == AttendanceResult.ATTENDED)
                .map(Row::smeId)
                .collect(Collectors.toSet());
    }
}
