package org.smeportal.venues.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.platform.Text;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;
import org.smeportal.venues.KeepVenues;
import org.smeportal.venues.VenueCard;
import org.smeportal.venues.VenueFacts;
import org.smeportal.venues.VenueQueries;

/** A new venue, or changes of one with its rooms; who saves second sees beside each field what is saved now. */
@Named
@RequestScoped
public class VenueEditView {
    private static final int LINES_OFFERED = 2;

    @Inject
    private KeepVenues keep;

    @Inject
    private VenueQueries venues;

    @Inject
    private Messages messages;

    @Inject
    private Text text;

    @Inject
    private CurrentUser user;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable Integer count;

    private final List<RoomLine> lines = new ArrayList<>();
    private @Nullable VenueCard overtakenBy;
    private List<VenueCard.Room> roomsNow = List.of();
    private int version;
    private @Nullable String name;
    private @Nullable String address;
    private @Nullable String city;
    private @Nullable String country;
    private @Nullable String zone;
    private @Nullable String notes;

    @PostConstruct
    void expectLines() {
        int typed = Math.min(Math.max(count == null ? 0 : count, 0), VenueFacts.MOST_ROOMS + 1);
        for (int i = 0; i < typed; i++) {
            lines.add(new RoomLine());
        }
    }

    public void load() {
        lines.clear();
        if (id == null) {
            zone = user.getZone().getId();
            for (int i = 0; i < LINES_OFFERED; i++) {
                lines.add(new RoomLine());
            }
            return;
        }
        VenueCard venue = VenueView.find(venues, id);
        version = venue.version();
        name = venue.name();
        address = venue.address();
        city = venue.city();
        country = venue.country();
        zone = venue.zone().getId();
        notes = venue.notes();
        openRooms(venue).forEach(room -> lines.add(RoomLine.of(room)));
    }

    public void addRoom() {
        lines.add(new RoomLine());
    }

    public void removeRoom(int line) {
        if (line < lines.size()) {
            lines.remove(line);
        }
    }

    public void save() {
        if (id == null) {
            UUID venue = keep.create(facts());
            messages.note("venues.created");
            Faces.redirect("/app/venues/venue/%s", venue.toString());
            return;
        }
        VenueCard now = VenueView.find(venues, id);
        int seen = version;
        if (now.version() != seen) {
            overtakenBy = now;
            roomsNow = openRooms(now);
            version = now.version();
        }
        List<String> kept = keep.change(new KeepVenues.Change(now.publicId(), seen, facts()));
        if (kept.isEmpty()) {
            messages.note("venues.saved");
        } else {
            messages.note("venues.savedKept", String.join(", ", kept));
        }
        VenueView.show(now);
    }

    private VenueFacts facts() {
        List<VenueFacts.Room> rooms = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                rooms.add(lines.get(i).room(i + 1));
            }
        }
        return new VenueFacts(
                Objects.requireNonNullElse(name, ""),
                address,
                Objects.requireNonNullElse(city, ""),
                Objects.requireNonNullElse(country, ""),
                Objects.requireNonNullElse(zone, ""),
                notes,
                rooms);
    }

    private List<VenueCard.Room> openRooms(VenueCard venue) {
        return venues.rooms(venue.id()).stream().filter(VenueCard.Room::open).toList();
    }

    /** What somebody else saved in that field in the meantime; null when it is what was typed. */
    public @Nullable String nowSaved(String field) {
        VenueCard now = overtakenBy;
        if (now == null) {
            return null;
        }
        return switch (field) {
            case "name" -> differs(name, now.name());
            case "address" -> differs(address, now.address());
            case "city" -> differs(city, now.city());
            case "country" -> differs(country, now.country());
            case "zone" -> differs(zone, now.zone().getId());
            case "notes" -> differs(notes, now.notes());
            default -> null;
        };
    }

    private @Nullable String differs(@Nullable String typed, @Nullable String now) {
        return Objects.equals(typed, now) ? null : text.of("venues.nowSaved", now == null ? "–" : now);
    }

    /** The rooms as somebody else saved them in the meantime. */
    public List<VenueCard.Room> getRoomsNow() {
        return roomsNow;
    }

    public boolean isNew() {
        return id == null;
    }

    public @Nullable String getId() {
        return id;
    }

    public List<RoomLine> getLines() {
        return lines;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable String getCity() {
        return city;
    }

    public void setCity(@Nullable String city) {
        this.city = city;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country;
    }

    public @Nullable String getZone() {
        return zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone;
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }
}
