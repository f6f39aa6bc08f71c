package org.smeportal.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.attendance.AttendanceQueries;
import org.smeportal.attendance.AttendanceResult;
import org.smeportal.attendance.BadgeForecast;
import org.smeportal.attendance.Board;
import org.smeportal.attendance.CorrectAttendance;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventStatus;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** Another result for one SME, after closing, with a reason and what it does to a badge. */
@Named
@RequestScoped
public class CorrectView {

    @Inject
    private AttendanceQueries attendance;

    @Inject
    private CorrectAttendance correct;

    @Inject
    private BadgeForecast forecast;

    @Inject
    private EventDirectory events;

    @Inject
    private SmeDirectory smes;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String eventId;

    @Inject
    @Param(pathIndex = 1)
    private @Nullable String smeId;

    private @Nullable EventCard event;
    private @Nullable SmeCard sme;
    private AttendanceQueries.@Nullable Final now;
    private List<Board.Line> ledger = List.of();
    private boolean earns;
    private boolean loses;
    private @Nullable String result;
    private @Nullable Integer minutes;
    private @Nullable String reason;

    public void load() {
        read();
        result = now == null ? AttendanceResult.ATTENDED.name() : now.result().name();
    }

    public @Nullable String save() {
        read();
        correct.correct(new CorrectAttendance.Correction(
                getEvent().publicId(),
                getSme().publicId(),
                AttendanceResult.valueOf(String.valueOf(result)),
                minutes,
                reason == null ? "" : reason));
        messages.note("attendance.correct.done", getSme().name());
        Faces.redirect("/app/attendance/board/%s", getEvent().publicId());
        return null;
    }

    private void read() {
        UUID eventKey = Words.uuid(eventId);
        UUID smeKey = Words.uuid(smeId);
        if (eventKey == null || smeKey == null) {
            throw new NotFound();
        }
        event = events.byPublicId(eventKey).orElseThrow(NotFound::new);
        sme = smes.byPublicId(smeKey).orElseThrow(NotFound::new);
        now = attendance.result(event.id(), sme.id()).orElse(null);
        ledger = attendance.ledger(event.id(), sme.id());
        boolean attended = now != null && now.result() == AttendanceResult.ATTENDED;
        earns = !attended && forecast.wouldEarn(event.id(), sme.id());
        loses = attended && forecast.wouldLose(event.id(), sme.id());
    }

    public EventCard getEvent() {
        if (event == null) {
            read();
        }
        return Objects.requireNonNull(event);
    }

    public SmeCard getSme() {
        if (sme == null) {
            read();
        }
        return Objects.requireNonNull(sme);
    }

    public AttendanceQueries.@Nullable Final getNow() {
        return now;
    }

    public List<Board.Line> getLedger() {
        return ledger;
    }

    /** While a posted form is taken in it counts as closed: the refusal tells what is wrong. */
    public boolean isClosed() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
                || getEvent().status() == EventStatus.COMPLETED;
    }

    public boolean isEarns() {
        return earns;
    }

    public boolean isLoses() {
        return loses;
    }

    public AttendanceResult[] getResults() {
        return AttendanceResult.values();
    }

    public @Nullable String getResult() {
        return result;
    }

    public void setResult(@Nullable String result) {
        this.result = result;
    }

    public @Nullable Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
