package org.smeportal.events.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.events.Claim;
import org.smeportal.events.Conflict;
import org.smeportal.events.ConflictQueries;
import org.smeportal.events.EventQueries;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.events.StoredEvent;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;

/** What speaks against an event, as stored or while it is being typed (R2.5). Reading it changes nothing. */
@Named
@RequestScoped
public class ConflictsView {
    @Inject
    private ConflictQueries conflicts;

    @Inject
    private EventQueries events;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private ConflictQueries.@Nullable Found found;
    private boolean wanted = true;

    void check(Optional<Claim> claim) {
        found = claim.map(conflicts::of).orElse(null);
    }

    int count(Optional<Claim> claim) {
        return claim.map(conflicts::of).map(ConflictQueries.Found::all).orElse(0);
    }

    /** For the page of an event: one that is over, or has no date at the moment, has no conflicts. */
    public void loadStored() {
        StoredEvent event = stored();
        wanted = !event.status().isOver()
                && event.status() != EventStatus.POSTPONED
                && clock.instant().isBefore(event.endsAt());
        check(wanted ? Optional.of(Claim.of(event)) : Optional.empty());
    }

    /** For a form that asks while it is being typed, with its fields in the address. */
    public void loadTyped() {
        EventForm form = new EventForm();
        form.setFirstDay(typed("firstDay", LocalDate::parse));
        form.setLastDay(typed("lastDay", LocalDate::parse));
        form.setFrom(typed("from", LocalTime::parse));
        form.setTo(typed("to", LocalTime::parse));
        form.setZone(Faces.getRequestParameter("zone"));
        Modality modality = Words.constant(Modality.class, Faces.getRequestParameter("modality"));
        form.setModality(modality == null ? Modality.VIRTUAL : modality);
        form.setPlace(Faces.getRequestParameter("place"));
        form.setVenueName(Faces.getRequestParameter("venueName"));
        form.setSeatsInPerson(typed("seatsInPerson", Integer::valueOf));
        form.setLeadId(typed("leadId", Long::valueOf));
        check(form.claim(id == null ? null : stored().id()));
    }

    private static <T> @Nullable T typed(String name, Function<String, T> reading) {
        String value = Faces.getRequestParameter(name);
        try {
            return value == null || value.isBlank() ? null : reading.apply(value.strip());
        } catch (DateTimeParseException | NumberFormatException halfTyped) {
            return null;
        }
    }

    private StoredEvent stored() {
        return Optional.ofNullable(Words.uuid(id)).flatMap(events::stored).orElseThrow(NotFound::new);
    }

    public boolean isWanted() {
        return wanted;
    }

    /** Whether there is a time yet that something can speak against. */
    public boolean isChecked() {
        return found != null;
    }

    public List<Conflict> getShown() {
        return found == null ? List.of() : found.shown();
    }

    public int getMore() {
        return found == null ? 0 : found.more();
    }

    public int getAll() {
        return found == null ? 0 : found.all();
    }
}
