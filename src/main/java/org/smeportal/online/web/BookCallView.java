package org.smeportal.online.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.NotFound;
import org.smeportal.online.BookCall;
import org.smeportal.online.RoomKind;
import org.smeportal.online.RoomQueries;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** A call with one SME of an event at a time of one's choice. */
@Named
@RequestScoped
public class BookCallView {
    @Inject
    private EventDirectory events;

    @Inject
    private SmeDirectory smes;

    @Inject
    private RoomQueries rooms;

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
    private @Nullable String eventId;

    @Inject
    @Param(pathIndex = 1)
    private @Nullable String smeId;

    /** The call for help that it answers, if it does. */
    @Inject
    @Param
    private @Nullable String request;

    private final CallForm form = new CallForm();
    private @Nullable EventCard event;
    private @Nullable SmeCard sme;
    private String formKey = UUID.randomUUID().toString();

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            read();
        }
    }

    public void load() {
        read();
        String link = rooms.rooms(getEvent().id()).stream()
                .filter(room -> room.kind() == RoomKind.HELP)
                .findFirst()
                .map(RoomQueries.Row::link)
                .orElse(getEvent().meetingLink());
        form.suggest(CallForm.soon(clock.instant()), user.getZone(), link);
    }

    private void read() {
        event = OnlineRoutes.event(events, eventId);
        sme = smes.byPublicId(OnlineRoutes.id(smeId)).orElseThrow(NotFound::new);
    }

    public void book() {
        booking.book(new BookCall.Booking(
                getEvent().publicId(),
                getSme().publicId(),
                request == null || request.isEmpty() ? null : OnlineRoutes.id(request),
                OnlineRoutes.id(formKey),
                form.start(user.getZone()),
                form.length(),
                form.room()));
        messages.note("online.call.booked", getSme().name());
        OnlineRoutes.queue(getEvent().publicId());
    }

    public CallForm getForm() {
        return form;
    }

    public EventCard getEvent() {
        return Objects.requireNonNull(event);
    }

    public SmeCard getSme() {
        return Objects.requireNonNull(sme);
    }

    public String getFormKey() {
        return formKey;
    }

    public void setFormKey(String formKey) {
        this.formKey = formKey;
    }
}
