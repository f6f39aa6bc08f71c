package org.smeportal.online;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** A follow-up call with an SME who has a seat at an event (R4.6); each act sends the calendar entry as it stands then. */
@UseCase
public class BookCall {

    private final FollowUpCalls calls;
    private final HelpRequests requests;
    private final CallMessages messages;
    private final EventDirectory events;
    private final SmeDirectory smes;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public BookCall(
            FollowUpCalls calls,
            HelpRequests requests,
            CallMessages messages,
            EventDirectory events,
            SmeDirectory smes,
            CurrentUser user,
            Clock clock) {
        this.calls = calls;
        this.requests = requests;
        this.messages = messages;
        this.events = events;
        this.smes = smes;
        this.user = user;
        this.clock = clock;
    }

    /** {@code formKey} was made when the form was shown: sending it twice books once. */
    public record Booking(
            UUID event, UUID sme, @Nullable UUID request, UUID formKey, Instant startsAt, int minutes, String link)
            implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return "sme:" + sme + " " + startsAt + ", " + minutes + " minutes";
        }
    }

    public record Move(UUID call, Instant startsAt, int minutes, String link) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "call:" + call;
        }

        @Override
        public @Nullable String auditDetail() {
            return startsAt + ", " + minutes + " minutes";
        }
    }

    public record Cancellation(UUID call, @Nullable String reason) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "call:" + call;
        }

        @Override
        public @Nullable String auditDetail() {
            return reason;
        }
    }

    @Requires(Permission.RUN_EVENT_DAY)
    public void book(Booking booking) {
        EventCard event = events.byPublicId(booking.event()).orElseThrow(NotFound::new);
        SmeCard sme = smes.byPublicId(booking.sme()).orElseThrow(NotFound::new);
        if (!requests.lockSeat(event.id(), sme.id())) {
            throw new Refused("online.refused.noSeat", sme.name());
        }
        if (calls.isBooked(user.accountId(), booking.formKey())) {
            return;
        }
        Long request = booking.request() == null ? null : requestId(booking.request(), event.id(), sme.id());
        check(booking.startsAt(), booking.minutes());
        FollowUpCall call = new FollowUpCall(
                booking.formKey(),
                event.id(),
                sme.id(),
                request,
                user.accountId(),
                user.getZone(),
                booking.startsAt(),
                booking.minutes(),
                MeetingLink.of(booking.link()));
        calls.add(call);
        messages.booked(call, sme);
    }

    @Requires(Permission.RUN_EVENT_DAY)
    public void move(Move move) {
        FollowUpCall call = calls.locked(move.call());
        check(move.startsAt(), move.minutes());
        if (call.move(move.startsAt(), move.minutes(), MeetingLink.of(move.link()))) {
            messages.moved(call, smes.card(call.smeId()));
        }
    }

    @Requires(Permission.RUN_EVENT_DAY)
    public void cancel(Cancellation cancellation) {
        FollowUpCall call = calls.locked(cancellation.call());
        if (!clock.instant().isBefore(call.endsAt())) {
            throw new Refused("online.refused.callOver");
        }
        if (call.cancel(Words.optionalLine(cancellation.reason(), 500))) {
            messages.cancelled(call, smes.card(call.smeId()));
        }
    }

    private long requestId(UUID publicId, long eventId, long smeId) {
        HelpRequest request = requests.locked(publicId);
        if (request.eventId() != eventId || request.smeId() != smeId) {
            throw new NotFound();
        }
        return request.id();
    }

    private void check(Instant startsAt, int minutes) {
        if (!clock.instant().isBefore(startsAt)) {
            throw new Refused("online.refused.callPast");
        }
        if (minutes < 5 || minutes > 240) {
            throw new Refused("online.refused.minutes");
        }
    }
}
