package org.smeportal.online.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.online.FormGroups;
import org.smeportal.online.ManageRooms;
import org.smeportal.online.RoomKind;
import org.smeportal.online.RoomQueries;
import org.smeportal.platform.web.Messages;

/** The rooms of an event, one form to add or change one, and who sits in which group. */
@Named
@RequestScoped
public class RoomsView {
    @Inject
    private EventDirectory events;

    @Inject
    private RoomQueries queries;

    @Inject
    private ManageRooms manage;

    @Inject
    private FormGroups groups;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    /** The room that is changed, or whose button was seen. */
    @Inject
    @Param
    private @Nullable String room;

    private @Nullable EventCard event;
    private List<RoomQueries.Row> rooms = List.of();
    private List<RoomQueries.Member> members = List.of();
    private @Nullable String kind = RoomKind.PLENARY.name();
    private @Nullable String name;
    private @Nullable String link;
    private int version;

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            read();
        }
    }

    public void load() {
        read();
        if (room != null) {
            RoomQueries.Row chosen = getChanged();
            kind = chosen.kind().name();
            name = chosen.name();
            link = chosen.link();
            version = chosen.version();
        } else if (!rooms.isEmpty()) {
            kind = RoomKind.GROUP.name();
        }
    }

    private void read() {
        event = OnlineRoutes.event(events, id);
        rooms = queries.rooms(getEvent().id());
        members = queries.members(getEvent().id());
    }

    public void save() {
        RoomKind chosen = Words.constant(RoomKind.class, kind);
        if (chosen == null) {
            throw new NotFound();
        }
        manage.save(new ManageRooms.RoomPlan(
                getEvent().publicId(),
                room == null ? null : OnlineRoutes.id(room),
                version,
                chosen,
                name == null ? "" : name,
                link == null ? "" : link));
        messages.note("online.rooms.saved", String.valueOf(name));
        OnlineRoutes.rooms(getEvent().publicId());
    }

    public void remove() {
        manage.remove(new ManageRooms.Removal(getEvent().publicId(), OnlineRoutes.id(room)));
        messages.note("online.rooms.removed");
        OnlineRoutes.rooms(getEvent().publicId());
    }

    /** Every SME's group as it stands in the form, by {@code group.<sme>}. */
    public void choose() {
        List<FormGroups.Choice> choices = members.stream()
                .filter(member -> Faces.getRequestParameter("group." + member.sme()) != null)
                .map(member -> {
                    String chosen = Faces.getRequestParameter("group." + member.sme());
                    return new FormGroups.Choice(member.sme(), chosen.isEmpty() ? null : OnlineRoutes.id(chosen));
                })
                .toList();
        groups.choose(new FormGroups.Choices(getEvent().publicId(), choices));
        messages.note("online.groups.saved");
        OnlineRoutes.rooms(getEvent().publicId());
    }

    public void spreadRest() {
        spread(false);
    }

    public void spreadAll() {
        spread(true);
    }

    private void spread(boolean everybody) {
        int spread = groups.spread(new FormGroups.Spreading(getEvent().publicId(), everybody));
        messages.note("online.groups.spread", spread);
        OnlineRoutes.rooms(getEvent().publicId());
    }

    public EventCard getEvent() {
        return Objects.requireNonNull(event);
    }

    public boolean isChanging() {
        return room != null;
    }

    public RoomQueries.Row getChanged() {
        UUID wanted = OnlineRoutes.id(room);
        return rooms.stream().filter(one -> one.id().equals(wanted)).findFirst().orElseThrow(NotFound::new);
    }

    public List<RoomQueries.Row> getRooms() {
        return rooms;
    }

    public List<RoomQueries.Row> getGroups() {
        return rooms.stream().filter(one -> one.kind() == RoomKind.GROUP).toList();
    }

    public List<RoomQueries.Member> getMembers() {
        return members;
    }

    public long getWithout() {
        return members.stream().filter(member -> member.room() == null).count();
    }

    public RoomKind[] getKinds() {
        return RoomKind.values();
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getLink() {
        return link;
    }

    public void setLink(@Nullable String link) {
        this.link = link;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
