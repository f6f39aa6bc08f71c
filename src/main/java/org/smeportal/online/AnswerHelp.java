package org.smeportal.online;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A programme manager takes a call for help and answers it, in words or with a room to come to (R4.6). */
@UseCase
public class AnswerHelp {

    private final HelpRequests requests;
    private final Rooms rooms;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public AnswerHelp(HelpRequests requests, Rooms rooms, CurrentUser user, Clock clock) {
        this.requests = requests;
        this.rooms = rooms;
        this.user = user;
        this.clock = clock;
    }

    public record Answer(
            UUID request, @Nullable String words, @Nullable UUID room) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "help:" + request;
        }

        @Override
        public @Nullable String auditDetail() {
            return room == null ? null : "room:" + room;
        }
    }

    @Requires(Permission.RUN_EVENT_DAY)
    public void take(UUID request) {
        requests.locked(request).take(user.accountId(), clock.instant());
    }

    @Requires(Permission.RUN_EVENT_DAY)
    public void answer(Answer answer) {
        HelpRequest request = requests.locked(answer.request());
        Long room = answer.room() == null
                ? null
                : rooms.locked(request.eventId(), answer.room())
                        .orElseThrow(NotFound::new)
                        .id();
        request.answer(user.accountId(), Words.text(answer.words(), 1000), room, clock.instant());
    }
}
