package org.smeportal.attendance;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventLifecycle;
import org.smeportal.events.EventStatus;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** People are ticked off per session (R4.1); only what differs from the ledger becomes a new entry of it. */
@UseCase
public class RecordAttendance {

    private final AttendanceQueries attendance;
    private final AttendanceLedger ledger;
    private final EventDirectory events;
    private final EventLifecycle lifecycle;
    private final Clock clock;

    @Inject
    public RecordAttendance(
            AttendanceQueries attendance,
            AttendanceLedger ledger,
            EventDirectory events,
            EventLifecycle lifecycle,
            Clock clock) {
        this.attendance = attendance;
        this.ledger = ledger;
        this.events = events;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /** {@code minutes} null is the whole session; {@code session} is 0 for the whole of an event without sessions. */
    public record Mark(
            UUID sme,
            long session,
            Presence presence,
            @Nullable Integer minutes) {}

    public record Marks(UUID event, List<Mark> marks) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return marks.size() + " marks";
        }
    }

    /** Answers how many entries the ledger grew by. */
    @Requires(Permission.RECORD_ATTENDANCE)
    public int record(Marks command) {
        EventCard event = events.byPublicId(command.event()).orElseThrow(NotFound::new);
        EventStatus status = lifecycle.lock(event.id());
        if (status == EventStatus.COMPLETED) {
            throw new Refused("attendance.refused.closed");
        }
        if (status != EventStatus.INVITING && status != EventStatus.CONFIRMED && status != EventStatus.RUNNING) {
            throw new Refused("attendance.refused.status", status);
        }
        if (clock.instant().isBefore(event.startsAt())) {
            throw new Refused("attendance.refused.notStarted");
        }
        Map<UUID, Board.Row> rows = new HashMap<>();
        attendance.board(event.id()).rows().forEach(row -> rows.put(row.sme(), row));
        List<AttendanceLedger.Entry> entries = new ArrayList<>();
        for (Mark mark : command.marks()) {
            Board.Row row = rows.get(mark.sme());
            if (row == null) {
                throw new Refused("attendance.refused.noSeat");
            }
            AttendanceLedger.Entry entry = entry(row, cell(row, mark.session()), mark);
            if (entry != null) {
                entries.add(entry);
            }
        }
        ledger.append(event.id(), entries);
        return entries.size();
    }

    private static Board.Cell cell(Board.Row row, long session) {
        return row.cells().stream()
                .filter(cell -> cell.session() == session)
                .findFirst()
                .orElseThrow(() -> new Refused("attendance.refused.session"));
    }

    private static AttendanceLedger.@Nullable Entry entry(Board.Row row, Board.Cell cell, Mark mark) {
        int minutes = mark.presence() != Presence.PRESENT ? 0 : mark.minutes() == null ? cell.of() : mark.minutes();
        if (mark.presence() == Presence.PRESENT && (minutes < 1 || minutes > cell.of())) {
            throw new Refused("attendance.refused.minutes", cell.of(), cell.title());
        }
        AttendanceResult result = switch (mark.presence()) {
            case PRESENT ->
                AttendanceRule.isEnough(minutes, cell.of()) ? AttendanceResult.ATTENDED : AttendanceResult.PARTIAL;
            case EXCUSED -> AttendanceResult.EXCUSED;
            case ABSENT -> AttendanceResult.NO_SHOW;
        };
        if (result == cell.result() && minutes == cell.minutes()) {
            return null;
        }
        return new AttendanceLedger.Entry(
                row.smeId(),
                cell.session() == 0 ? null : cell.session(),
                result,
                minutes,
                AttendanceSource.BOARD,
                null);
    }
}
