package org.smeportal.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.calendar.AvailabilityQueries;
import org.smeportal.calendar.DayMark;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.TimeText;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;
import org.smeportal.smes.KeepOwnDays;

/** The months to come of the signed-in SME, and the days on which they are away (R1.5); a new period may stand in the URL. */
@Named
@RequestScoped
public class AvailabilityView {
    private static final String PAGE = "/app/calendar/availability?faces-redirect=true";
    private static final String NOTE = "availability.note";

    @Inject
    private AvailabilityQueries availability;

    @Inject
    private KeepOwnDays keep;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    @Param(name = "away")
    private @Nullable String chosen;

    @Inject
    @Param
    private @Nullable String from;

    @Inject
    @Param
    private @Nullable String until;

    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private @Nullable String note;
    private AvailabilityQueries.@Nullable Own own;

    public void load() {
        first = day(from);
        last = day(until);
        note = Faces.getFlashAttribute(NOTE);
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.length() != 10 ? null : LocalDate.parse(typed);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    public String add() {
        LocalDate begin = first;
        if (begin == null) {
            throw new Refused("platform.refused.empty").at("first");
        }
        KeepOwnDays.Noted noted = keep.add(new KeepOwnDays.Days(begin, last == null ? begin : last, note));
        messages.note(noted.joined() ? "calendar.away.joined" : "calendar.away.added", period(noted.days()));
        return PAGE;
    }

    /** What was removed stands in the form again, so that one click undoes it. */
    public String remove() {
        UUID id = Words.uuid(chosen);
        Optional<KeepOwnDays.Days> removed = id == null ? Optional.empty() : keep.remove(id);
        if (removed.isEmpty()) {
            return PAGE;
        }
        KeepOwnDays.Days days = removed.get();
        messages.note("calendar.away.removed", period(days));
        Faces.setFlashAttribute(NOTE, days.note());
        return PAGE + "&from=" + days.first() + "&until=" + days.last();
    }

    private static String period(KeepOwnDays.Days days) {
        String begin = TimeText.shortDay(days.first());
        return days.first().equals(days.last()) ? begin : begin + " – " + TimeText.shortDay(days.last());
    }

    public AvailabilityQueries.Own getOwn() {
        if (own == null) {
            own = availability.own(user.accountId(), user.getZone(), clock.instant());
        }
        return own;
    }

    public LocalDate getToday() {
        return LocalDate.ofInstant(clock.instant(), user.getZone());
    }

    public DayMark[] getMarks() {
        return DayMark.values();
    }

    public @Nullable LocalDate getFirst() {
        return first;
    }

    public void setFirst(@Nullable LocalDate first) {
        this.first = first;
    }

    public @Nullable LocalDate getLast() {
        return last;
    }

    public void setLast(@Nullable LocalDate last) {
        this.last = last;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
