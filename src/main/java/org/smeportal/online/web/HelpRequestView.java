package org.smeportal.online.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.NotFound;
import org.smeportal.online.AnswerHelp;
import org.smeportal.online.BookCall;
import org.smeportal.online.HelpQueries;
import org.smeportal.online.RoomKind;
import org.smeportal.online.RoomQueries;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;

/** One call for help: take it, answer it, send the SME to a help room, or book a call in a click. */
@Named
@RequestScoped
public class HelpRequestView {
    private static final int QUICK = 15;

    @Inject
    private HelpQueries requests;

    @Inject
    private RoomQueries rooms;

    @Inject
    private EventDirectory events;

    @Inject
    private AnswerHelp help;

    @Inject
    private BookCall booking;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private HelpQueries.@Nullable Request request;
    private @Nullable EventCard event;
    private List<RoomQueries.Row> helpRooms = List.of();
    private @Nullable String words;
    private @Nullable String room;
    private String formKey = UUID.randomUUID().toString();
    private @Nullable String callAt;
    private @Nullable String callLink;

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        HelpQueries.Request found = requests.one(OnlineRoutes.id(id)).orElseThrow(NotFound::new);
        request = found;
        event = events.card(found.eventId());
        helpRooms = rooms.rooms(found.eventId()).stream()
                .filter(one -> one.kind() == RoomKind.HELP)
                .toList();
        callAt = CallForm.soon(clock.instant()).toString();
        callLink = helpRooms.isEmpty()
                ? getEvent().meetingLink()
                : helpRooms.get(0).link();
    }

    public void take() {
        help.take(getRequest().id());
        OnlineRoutes.request(getRequest().id());
    }

    public void answer() {
        help.answer(new AnswerHelp.Answer(getRequest().id(), words, room == null ? null : OnlineRoutes.id(room)));
        messages.note("online.request.answered", getRequest().name());
        OnlineRoutes.queue(getEvent().publicId());
    }

    /** The time and the link are those that stood on the button. */
    public void call() {
        booking.book(new BookCall.Booking(
                getEvent().publicId(),
                getRequest().sme(),
                getRequest().id(),
                OnlineRoutes.id(formKey),
                getSoon(),
                QUICK,
                callLink == null ? "" : callLink));
        messages.note("online.call.booked", getRequest().name());
        OnlineRoutes.queue(getEvent().publicId());
    }

    public Instant getSoon() {
        try {
            return Instant.parse(String.valueOf(callAt));
        } catch (DateTimeParseException tampered) {
            throw new NotFound();
        }
    }

    public Instant getSoonEnd() {
        return getSoon().plusSeconds(60L * QUICK);
    }

    public int getQuick() {
        return QUICK;
    }

    public HelpQueries.Request getRequest() {
        return Objects.requireNonNull(request);
    }

    public EventCard getEvent() {
        return Objects.requireNonNull(event);
    }

    public boolean isMine() {
        return Objects.equals(getRequest().takerId(), user.accountId());
    }

    public List<RoomQueries.Row> getHelpRooms() {
        return helpRooms;
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }

    public @Nullable String getRoom() {
        return room;
    }

    public void setRoom(@Nullable String room) {
        this.room = room;
    }

    public String getFormKey() {
        return formKey;
    }

    public void setFormKey(String formKey) {
        this.formKey = formKey;
    }

    public @Nullable String getCallAt() {
        return callAt;
    }

    public void setCallAt(@Nullable String callAt) {
        this.callAt = callAt;
    }

    public @Nullable String getCallLink() {
        return callLink;
    }

    public void setCallLink(@Nullable String callLink) {
        this.callLink = callLink;
    }
}
