package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.events.EventTimes;
import org.smeportal.items.ExtendWriting;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.TimeText;
import org.smeportal.kernel.Words;
import org.smeportal.pipeline.PipelineQueries;
import org.smeportal.platform.web.Messages;

/** More time for everybody who has a draft of a workshop, in the zone of the workshop. */
@Named
@RequestScoped
public class ExtendWritingView {
    @Inject
    private PipelineQueries queries;

    @Inject
    private ExtendWriting extend;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private PipelineQueries.@Nullable Workshop workshop;
    private @Nullable String day;
    private @Nullable String time;

    public void load() {
        Instant later = later(getClosing(), clock.instant()).plus(Duration.ofDays(queries.writeDays()));
        day = LocalDate.ofInstant(later, getZone()).toString();
        time = LocalTime.ofInstant(later, getZone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    public String save() {
        Instant until = until();
        if (!until.isAfter(getClosing())) {
            throw new Refused("pipeline.refused.notLonger", TimeText.moment(getClosing(), getZone())).at("day");
        }
        UUID event = getWorkshop().event();
        int drafts = extend.extend(new ExtendWriting.Extension(event, until));
        messages.note(
                drafts == 0 ? "pipeline.extend.nobody" : "pipeline.extend.done",
                TimeText.moment(until, getZone()),
                TimeText.city(getZone()),
                drafts);
        return "/app/pipeline/pipeline?faces-redirect=true&exam="
                + getWorkshop().exam();
    }

    private Instant until() {
        try {
            return EventTimes.instant(LocalDate.parse(or(day)), LocalTime.parse(or(time)), getZone());
        } catch (DateTimeParseException noTime) {
            throw new Refused("pipeline.refused.when").at("day");
        }
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    public PipelineQueries.Workshop getWorkshop() {
        if (workshop == null) {
            UUID event = Words.uuid(id);
            workshop = event == null ? null : queries.workshop(event).orElse(null);
            if (workshop == null) {
                throw new NotFound();
            }
        }
        return workshop;
    }

    /** When drafts close that nobody gave more time. */
    public Instant getClosing() {
        return getWorkshop().endsAt().plus(Duration.ofDays(queries.writeDays()));
    }

    /** When the last one closes that has more time; null where none has. */
    public @Nullable Instant getLonger() {
        Instant longer = getWorkshop().writeUntil();
        return longer != null && longer.isAfter(getClosing()) ? longer : null;
    }

    public ZoneId getZone() {
        return getWorkshop().zone();
    }

    public @Nullable String getDay() {
        return day;
    }

    public void setDay(@Nullable String day) {
        this.day = day;
    }

    public @Nullable String getTime() {
        return time;
    }

    public void setTime(@Nullable String time) {
        this.time = time;
    }
}
