package org.smeportal.practical.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.practical.PracticalQueries;
import org.smeportal.practical.WritePractical;

/** A private note to one SME about their way to an event. */
@Named
@RequestScoped
public class TravelNoteView {
    @Inject
    private EventDirectory events;

    @Inject
    private PracticalQueries practical;

    @Inject
    private WritePractical write;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String eventId;

    @Inject
    @Param(pathIndex = 1)
    private @Nullable String smeId;

    private @Nullable EventCard event;
    private PracticalQueries.@Nullable Seated seated;
    private @Nullable String note;

    public void load() {
        note = getSeated().note();
    }

    public void save() {
        PracticalQueries.Seated to = getSeated();
        write.note(new WritePractical.Note(getEvent().publicId(), to.sme(), note));
        messages.note(note == null || note.isBlank() ? "practical.note.gone" : "practical.note.saved", to.name());
        Faces.redirect("/app/practical/host/%s", getEvent().publicId().toString());
    }

    public EventCard getEvent() {
        if (event == null) {
            event = events.card(getSeated().eventId());
        }
        return event;
    }

    public PracticalQueries.Seated getSeated() {
        if (seated == null) {
            UUID at = Words.uuid(eventId);
            UUID to = Words.uuid(smeId);
            if (at == null || to == null) {
                throw new NotFound();
            }
            seated = practical.seated(at, to).orElseThrow(NotFound::new);
        }
        return seated;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
