package org.smeportal.attendance;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventLifecycle;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** The day is over (R4.1): everybody gets a final result, by the rule or overruled with a reason, and the event is complete. */
@UseCase
public class CloseAttendance {

    private final AttendanceQueries attendance;
    private final AttendanceLedger ledger;
    private final EventDirectory events;
    private final EventLifecycle lifecycle;
    private final Event<AttendanceClosed> closed;

    @Inject
    public CloseAttendance(
            AttendanceQueries attendance,
            AttendanceLedger ledger,
            EventDirectory events,
            EventLifecycle lifecycle,
            Event<AttendanceClosed> closed) {
        this.attendance = attendance;
        this.ledger = ledger;
        this.events = events;
        this.lifecycle = lifecycle;
        this.closed = closed;
    }

    /** A programme manager knows better than the rule. */
    public record Overrule(UUID sme, AttendanceResult result, String reason) {}

    public record Closing(UUID event, List<Overrule> overrules) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return overrules.isEmpty() ? null : overrules.size() + " overruled";
        }
    }

    @Requires(Permission.RECORD_ATTENDANCE)
    public void close(Closing closing) {
        EventCard event = events.byPublicId(closing.event()).orElseThrow(NotFound::new);
        if (!lifecycle.complete(event.id())) {
            throw new Refused("attendance.refused.closed");
        }
        Map<UUID, Overrule> overrules = new HashMap<>();
        closing.overrules().forEach(overrule -> overrules.put(overrule.sme(), overrule));
        List<Board.Row> rows = attendance.board(event.id()).rows();
        ledger.lock(rows.stream().map(Board.Row::smeId).toList());
        ledger.append(
                event.id(),
                rows.stream()
                        .map(row -> entry(row, overrules.remove(row.sme())))
                        .toList());
        if (!overrules.isEmpty()) {
            throw new Refused("attendance.refused.noSeat");
        }
        ledger.settle(event.id(), null);
        closed.fire(new AttendanceClosed(event.id()));
    }

    private static AttendanceLedger.Entry entry(Board.Row row, @Nullable Overrule overrule) {
        if (overrule == null) {
            return new AttendanceLedger.Entry(
                    row.smeId(), null, row.result(), row.minutes(), AttendanceSource.RULE, null);
        }
        String reason = Words.optionalLine(overrule.reason(), 500);
        if (reason == null) {
            throw new Refused("attendance.refused.noReason", row.name());
        }
        return new AttendanceLedger.Entry(
                row.smeId(), null, overrule.result(), row.minutes(), AttendanceSource.OVERRULED, reason);
    }
}
