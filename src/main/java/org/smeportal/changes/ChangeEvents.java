package org.smeportal.changes;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventLifecycle;
import org.smeportal.events.EventPlace;
import org.smeportal.events.Modality;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Plans a change of events, takes it back while it waits, or does it at once (R2.4, R3.7). */
@UseCase
@Requires(Permission.PLAN_EVENTS)
public class ChangeEvents {

    private static final LocalTime LATEST = LocalTime.of(23, 59);

    private final Changes changes;
    private final Consequences consequences;
    private final EventLifecycle lifecycle;
    private final ChangeWork work;
    private final Outbox outbox;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public ChangeEvents(
            Changes changes,
            Consequences consequences,
            EventLifecycle lifecycle,
            ChangeWork work,
            Outbox outbox,
            CurrentUser user,
            Clock clock) {
        this.changes = changes;
        this.consequences = consequences;
        this.lifecycle = lifecycle;
        this.work = work;
        this.outbox = outbox;
        this.user = user;
        this.clock = clock;
    }

    /** One event of a change: seats and place of its new modality, or its new first day. */
    public record Part(
            long event,
            @Nullable LocalDate firstDay,
            int seatsInPerson,
            int seatsVirtual,
            @Nullable String venueName,
            @Nullable String venueAddress,
            @Nullable String meetingLink) {

        public static Part only(long event) {
            return new Part(event, null, 0, 0, null, null, null);
        }

        public static Part on(long event, LocalDate firstDay) {
            return new Part(event, firstDay, 0, 0, null, null, null);
        }

        public EventPlace place(Modality modality) {
            return new EventPlace(modality, venueName, venueAddress, meetingLink);
        }

        public int seats(Modality pool) {
            return pool == Modality.IN_PERSON ? seatsInPerson : seatsVirtual;
        }
    }

    /**
     * {@code answerDay}: answers are wanted by the end of that day in the event's zone; a new date needs one.
     * {@code answerAgain}: whoever has a seat says yes again by then, and the seat is held until that moment.
     */
    public record Change(
            ChangeKind kind,
            @Nullable Modality modality,
            List<Part> parts,
            boolean answerAgain,
            @Nullable LocalDate answerDay,
            @Nullable String reason)
            implements AuditedCommand {

        public Change {
            parts = List.copyOf(parts);
            reason = Words.optionalLine(reason, 500);
            if (answerAgain && answerDay == null) {
                throw new Refused("changes.refused.noDeadline");
            }
        }

        /** The end of the day by which answers are wanted, as the clocks of the event show it. */
        @Nullable
        Instant deadline(ZoneId zone) {
            return answerDay == null
                    ? null
                    : answerDay.atTime(LATEST).atZone(zone).toInstant();
        }

        @Override
        public String auditSubject() {
            return parts.size() == 1 ? "event:" + parts.get(0).event() : parts.size() + " events";
        }

        @Override
        public @Nullable String auditDetail() {
            return kind + (modality == null ? "" : " " + modality) + (reason == null ? "" : ": " + reason);
        }
    }

    /** What waits now, and until when it can be undone. */
    public record Planned(UUID id, Instant appliesAt) {}

    public Planned plan(Change change) {
        if (change.parts().isEmpty()) {
            throw new Refused("changes.refused.noEvents");
        }
        if (change.kind() == ChangeKind.POSTPONE && change.reason() == null) {
            throw new Refused("changes.refused.noReason");
        }
        change.parts().stream().map(Part::event).sorted().forEach(lifecycle::lock);
        for (Consequences.Effect effect : consequences.of(change)) {
            if (effect.problem() != null) {
                throw effect.problem();
            }
            LocalDate day = effect.part().firstDay();
            if (day != null) {
                lifecycle.mustExist(effect.event().id(), day);
            }
        }
        Instant until = outbox.undoableUntil();
        EventChange planned = new EventChange(change, user.caller().name(), clock.instant(), until);
        changes.add(planned, change);
        return new Planned(planned.publicId(), until);
    }

    public void undo(UUID id) {
        changes.locked(id).undo(clock.instant());
    }

    /** Answers how many people are told. */
    public int doNow(UUID id) {
        EventChange change = changes.locked(id);
        change.mustWait();
        return work.apply(change);
    }
}
