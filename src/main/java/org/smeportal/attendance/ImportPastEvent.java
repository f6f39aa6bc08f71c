package org.smeportal.attendance;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventLifecycle;
import org.smeportal.events.EventPlan;
import org.smeportal.events.PlanEvent;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** Takes over an event that was held before the portal knew of it, with who attended: badges follow as from any other. */
@UseCase
public class ImportPastEvent {
    private final PlanEvent planning;
    private final EventDirectory events;
    private final EventLifecycle lifecycle;
    private final SmeDirectory smes;
    private final AttendanceLedger ledger;
    private final Event<AttendanceClosed> closed;

    @Inject
    public ImportPastEvent(
            PlanEvent planning,
            EventDirectory events,
            EventLifecycle lifecycle,
            SmeDirectory smes,
            AttendanceLedger ledger,
            Event<AttendanceClosed> closed) {
        this.planning = planning;
        this.events = events;
        this.lifecycle = lifecycle;
        this.smes = smes;
        this.ledger = ledger;
        this.closed = closed;
    }

    public record PastEvent(EventPlan plan, String sessionTitle, Map<UUID, AttendanceResult> results, String reason)
            implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "event:" + plan.title();
        }

        @Override
        public @Nullable String auditDetail() {
            return results.size() + " results: " + reason;
        }
    }

    @Requires(Permission.RECORD_ATTENDANCE)
    public UUID importEvent(PastEvent past) {
        String reason = Words.line(past.reason(), 500);
        UUID id = planning.create(past.plan(), past.sessionTitle(), true);
        EventCard event = events.byPublicId(id).orElseThrow(NotFound::new);
        lifecycle.takeOver(event.id());
        List<SmeCard> people = smes.cardsByPublicId(past.results().keySet());
        if (people.size() != past.results().size()) {
            throw new Refused("attendance.refused.unknownSme");
        }
        int minutes = events.sessions(event.id()).stream()
                .mapToInt(session -> session.minutes())
                .sum();
        ledger.lock(people.stream().map(SmeCard::id).toList());
        ledger.append(
                event.id(),
                people.stream()
                        .map(sme -> entry(sme, past.results().get(sme.publicId()), minutes, reason))
                        .toList());
        ledger.settle(event.id(), null);
        closed.fire(new AttendanceClosed(event.id()));
        return id;
    }

    private static AttendanceLedger.Entry entry(
            SmeCard sme, @Nullable AttendanceResult result, int minutes, String reason) {
        AttendanceResult known = result == null ? AttendanceResult.NO_SHOW : result;
        int attended = known == AttendanceResult.ATTENDED ? minutes : 0;
        return new AttendanceLedger.Entry(sme.id(), null, known, attended, AttendanceSource.IMPORTED, reason);
    }
}
