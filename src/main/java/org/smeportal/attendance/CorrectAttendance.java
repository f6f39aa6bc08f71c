package org.smeportal.attendance;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventLifecycle;
import org.smeportal.events.EventStatus;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** A final result was wrong, or somebody was there and on no list: a new entry of the ledger with its reason (R4.1). */
@UseCase
public class CorrectAttendance {

    private static final int MOST_MINUTES = 100_000;

    private final AttendanceQueries attendance;
    private final AttendanceLedger ledger;
    private final EventDirectory events;
    private final EventLifecycle lifecycle;
    private final SmeDirectory smes;
    private final Event<AttendanceCorrected> corrected;

    @Inject
    public CorrectAttendance(
            AttendanceQueries attendance,
            AttendanceLedger ledger,
            EventDirectory events,
            EventLifecycle lifecycle,
            SmeDirectory smes,
            Event<AttendanceCorrected> corrected) {
        this.attendance = attendance;
        this.ledger = ledger;
        this.events = events;
        this.lifecycle = lifecycle;
        this.smes = smes;
        this.corrected = corrected;
    }

    /** {@code minutes} null keeps those of the result before. */
    public record Correction(
            UUID event,
            UUID sme,
            AttendanceResult result,
            @Nullable Integer minutes,
            String reason) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return "sme:" + sme + " " + result + ": " + reason;
        }
    }

    @Requires(Permission.RECORD_ATTENDANCE)
    public void correct(Correction correction) {
        EventCard event = events.byPublicId(correction.event()).orElseThrow(NotFound::new);
        SmeCard sme = smes.byPublicId(correction.sme()).orElseThrow(NotFound::new);
        String reason = Words.optionalLine(correction.reason(), 500);
        if (reason == null) {
            throw new Refused("attendance.refused.noReason", sme.name());
        }
        if (lifecycle.lock(event.id()) != EventStatus.COMPLETED) {
            throw new Refused("attendance.refused.open");
        }
        ledger.lock(List.of(sme.id()));
        Optional<AttendanceQueries.Final> before = attendance.result(event.id(), sme.id());
        int minutes = correction.minutes() != null
                ? correction.minutes()
                : before.map(AttendanceQueries.Final::minutes).orElse(0);
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new Refused("attendance.refused.allMinutes", MOST_MINUTES);
        }
        if (before.equals(Optional.of(new AttendanceQueries.Final(correction.result(), minutes)))) {
            throw new Refused("attendance.refused.same", sme.name(), correction.result());
        }
        ledger.append(
                event.id(),
                List.of(new AttendanceLedger.Entry(
                        sme.id(), null, correction.result(), minutes, AttendanceSource.CORRECTED, reason)));
        ledger.settle(event.id(), sme.id());
        corrected.fire(new AttendanceCorrected(event.id(), sme.id(), reason));
    }
}
