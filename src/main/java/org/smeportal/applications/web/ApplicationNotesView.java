package org.smeportal.applications.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.applications.ApplicationQueries;
import org.smeportal.applications.ChangePromise;
import org.smeportal.applications.QueueFilter;
import org.smeportal.applications.WriteNote;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** What stands around an application: notes among programme managers, its way so far, the promised day. */
@Named
@RequestScoped
public class ApplicationNotesView {
    @Inject
    private ApplicationQueries applications;

    @Inject
    private WriteNote notes;

    @Inject
    private ChangePromise promise;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param(name = "in")
    private @Nullable String in;

    private List<ApplicationQueries.Note> written = List.of();
    private List<ApplicationQueries.Move> moves = List.of();
    private @Nullable String note;
    private @Nullable String promisedOn;
    private @Nullable String promiseReason;

    @PostConstruct
    void read() {
        UUID application = Words.uuid(id);
        if (application != null) {
            written = applications.notes(application);
            moves = applications.moves(application);
        }
    }

    public void write() {
        notes.write(new WriteNote.Note(application(), note == null ? "" : note));
        messages.note("applications.note.saved");
        Faces.redirect(ApplicationRoutes.one(application(), QueueFilter.parse(in)));
    }

    public void promise() {
        promise.change(new ChangePromise.NewDay(application(), day(promisedOn), promiseReason));
        messages.note("applications.promise.saved");
        Faces.redirect(ApplicationRoutes.one(application(), QueueFilter.parse(in)));
    }

    private UUID application() {
        UUID application = Words.named(id);
        return application;
    }

    /** None is refused with the same sentence as a day that does not exist. */
    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public List<ApplicationQueries.Note> getWritten() {
        return written;
    }

    public List<ApplicationQueries.Move> getMoves() {
        return moves;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getPromisedOn() {
        return promisedOn;
    }

    public void setPromisedOn(@Nullable String promisedOn) {
        this.promisedOn = promisedOn;
    }

    public @Nullable String getPromiseReason() {
        return promiseReason;
    }

    public void setPromiseReason(@Nullable String promiseReason) {
        this.promiseReason = promiseReason;
    }
}
