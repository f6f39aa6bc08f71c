package org.smeportal.events.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.Agenda;
import org.smeportal.events.SessionRow;
import org.smeportal.kernel.Refused;

/** A session as it is being typed, half of it or all; as text, so that no line is lost while others are added. */
public class AgendaLine {
    private @Nullable String title;
    private @Nullable String day;
    private @Nullable String from;
    private @Nullable String to;
    private boolean required = true;

    static AgendaLine of(SessionRow session, ZoneId zone) {
        AgendaLine line = new AgendaLine();
        line.title = session.title();
        line.day = LocalDate.ofInstant(session.startsAt(), zone).toString();
        line.from = LocalTime.ofInstant(session.startsAt(), zone).toString();
        line.to = LocalTime.ofInstant(session.endsAt(), zone).toString();
        line.required = session.required();
        return line;
    }

    /** The next one on that day, from that time on. */
    static AgendaLine after(@Nullable String day, @Nullable String from) {
        AgendaLine line = new AgendaLine();
        line.day = day;
        line.from = from;
        return line;
    }

    /** Nobody began to describe it, so it is left out. */
    boolean isEmpty() {
        return title == null && to == null;
    }

    /** {@code number} names the line in a refusal. */
    Agenda.Entry entry(int number, ZoneId zone) {
        if (title == null || day == null || from == null || to == null) {
            throw new Refused("events.refused.sessionIncomplete", number);
        }
        try {
            return Agenda.entry(
                    title, LocalDate.parse(day), LocalTime.parse(from), LocalTime.parse(to), required, zone);
        } catch (DateTimeParseException noTime) {
            throw new Refused("events.refused.sessionTime", number, noTime.getParsedString());
        }
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getDay() {
        return day;
    }

    public void setDay(@Nullable String day) {
        this.day = day;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }
}
