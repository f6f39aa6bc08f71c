package org.smeportal.online;

import jakarta.inject.Inject;
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

/** The rooms of an event (R4.6): each has a name of its own and a link that seat holders see. */
@UseCase
public class ManageRooms {

    /** How many rooms an event has at most. */
    public static final int MOST = 40;

    private final Rooms rooms;
    private final EventDirectory events;
    private final EventLifecycle lifecycle;

    @Inject
    public ManageRooms(Rooms rooms, EventDirectory events, EventLifecycle lifecycle) {
        this.rooms = rooms;
        this.events = events;
        this.lifecycle = lifecycle;
    }

    /** A new room when {@code room} is null, else what becomes of that one, as it was seen at {@code version}. */
    public record RoomPlan(UUID event, @Nullable UUID room, int version, RoomKind kind, String name, String link)
            implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return kind + " " + name;
        }
    }

    public record Removal(UUID event, UUID room) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return "room:" + room;
        }
    }

    @Requires(Permission.RUN_EVENT_DAY)
    public void save(RoomPlan plan) {
        EventCard event = events.byPublicId(plan.event()).orElseThrow(NotFound::new);
        lifecycle.lock(event.id());
        String name = Words.line(plan.name(), 80);
        String link = MeetingLink.of(plan.link());
        Room known = plan.room() == null
                ? null
                : rooms.locked(event.id(), plan.room()).orElseThrow(NotFound::new);
        if (known != null && known.version() != plan.version()) {
            throw new Refused("platform.refused.changed");
        }
        if (rooms.isNameTaken(event.id(), name, known == null ? null : known.id())) {
            throw new Refused("online.refused.roomName", name);
        }
        if (known == null) {
            if (rooms.of(event.id()).size() >= MOST) {
                throw new Refused("online.refused.roomsFull", MOST);
            }
            rooms.add(new Room(event.id(), plan.kind(), name, link));
        } else {
            if (plan.kind() != RoomKind.GROUP) {
                rooms.empty(known.id());
            }
            known.change(plan.kind(), name, link);
        }
    }

    /** Who sat there has no group any more; questions from there stay. A room that is gone already stays gone. */
    @Requires(Permission.RUN_EVENT_DAY)
    public void remove(Removal removal) {
        EventCard event = events.byPublicId(removal.event()).orElseThrow(NotFound::new);
        lifecycle.lock(event.id());
        rooms.locked(event.id(), removal.room()).ifPresent(rooms::remove);
    }
}
