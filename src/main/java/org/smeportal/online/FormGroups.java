package org.smeportal.online;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventLifecycle;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** Who sits in which group (R4.6): chosen by name, or spread evenly at random. */
@UseCase
public class FormGroups {

    private final Rooms rooms;
    private final EventDirectory events;
    private final EventLifecycle lifecycle;
    private final SmeDirectory smes;

    @Inject
    public FormGroups(Rooms rooms, EventDirectory events, EventLifecycle lifecycle, SmeDirectory smes) {
        this.rooms = rooms;
        this.events = events;
        this.lifecycle = lifecycle;
        this.smes = smes;
    }

    /** No group for who is mapped to nothing. */
    public record Choice(UUID sme, @Nullable UUID room) {}

    public record Choices(UUID event, List<Choice> choices) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return choices.size() + " chosen";
        }
    }

    /** {@code everybody} leaves the groups there are; else only those without a group get one. */
    public record Spreading(UUID event, boolean everybody) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return everybody ? "everybody" : "who has no group";
        }
    }

    /** Who gave the seat back while the page was open is left out. */
    @Requires(Permission.RUN_EVENT_DAY)
    public void choose(Choices command) {
        EventCard event = locked(command.event());
        Map<UUID, Room> groups =
                groupRooms(event.id()).stream().collect(Collectors.toMap(Room::publicId, Function.identity()));
        Map<Long, Long> now = rooms.groups(event.id());
        Map<UUID, Long> ids = smes
                .cardsByPublicId(command.choices().stream().map(Choice::sme).toList())
                .stream()
                .collect(Collectors.toMap(SmeCard::publicId, SmeCard::id));
        Map<Long, Long> changed = new HashMap<>();
        for (Choice choice : command.choices()) {
            Long sme = ids.get(choice.sme());
            Room room = choice.room() == null ? null : groups.get(choice.room());
            if (sme == null || (choice.room() != null && room == null)) {
                throw new NotFound();
            }
            long wanted = room == null ? 0 : room.id();
            Long seated = now.get(sme);
            if (seated != null && seated != wanted) {
                changed.put(sme, wanted);
            }
        }
        rooms.seat(event.id(), changed);
    }

    /** Answers how many people got a group. */
    @Requires(Permission.RUN_EVENT_DAY)
    public int spread(Spreading command) {
        EventCard event = locked(command.event());
        List<Room> groups = groupRooms(event.id());
        if (groups.isEmpty()) {
            throw new Refused("online.refused.noGroups");
        }
        Map<Long, Long> now = rooms.groups(event.id());
        List<Long> people = now.entrySet().stream()
                .filter(person -> command.everybody() || person.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
        Map<Long, Integer> sizes = new HashMap<>();
        groups.forEach(room -> sizes.put(room.id(), 0));
        if (!command.everybody()) {
            now.values().forEach(room -> sizes.computeIfPresent(room, (id, size) -> size + 1));
        }
        rooms.seat(event.id(), Groups.spread(people, sizes, new SecureRandom()));
        return people.size();
    }

    private EventCard locked(UUID publicId) {
        EventCard event = events.byPublicId(publicId).orElseThrow(NotFound::new);
        lifecycle.lock(event.id());
        return event;
    }

    private List<Room> groupRooms(long eventId) {
        return rooms.of(eventId).stream()
                .filter(room -> room.kind() == RoomKind.GROUP)
                .toList();
    }
}
