package org.smeportal.events.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.events.EventAudience;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.EventQueries;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.events.StoredEvent;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Text;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;
import org.smeportal.venues.VenueQueries;

/** A new event, or a change of one; when somebody else saved it meanwhile, both versions stand beside each other. */
@Named
@RequestScoped
public class EventEditView {
    @Inject
    private PlanEvent planEvent;

    @Inject
    private EventQueries events;

    @Inject
    private ExamQueries examQueries;

    @Inject
    private AccountQueries accounts;

    @Inject
    private VenueQueries venues;

    @Inject
    private EventDirectory directory;

    @Inject
    private ConflictsView conflicts;

    @Inject
    private Instance<EventAudience> audiences;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    private Text text;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable String venue;

    @Inject
    @Param(name = "copy")
    private @Nullable String copied;

    @Inject
    @Param(name = "on")
    private @Nullable String copiedOn;

    private EventForm form = new EventForm();
    private @Nullable EventCopy copy;
    private @Nullable List<Place> places;
    private int version;
    private @Nullable StoredEvent stored;
    private List<EventDifferences.Difference> meanwhile = List.of();
    private boolean changedMeanwhile;
    private int audience;
    private @Nullable List<ExamQueries.Choice> exams;
    private @Nullable List<AccountQueries.Choice> leads;

    public void load() {
        if (copied != null) {
            StoredEvent earlier = earlier(copied);
            form = EventCopy.form(earlier, EventCopy.day(earlier, copiedOn, clock.instant()), clock.instant());
        } else if (id == null) {
            form = EventForm.empty(user.accountId(), user.getZone());
            form.setPlace(venue);
            form.take(getPlaces());
        } else {
            StoredEvent event = read();
            form = EventForm.of(event);
            version = event.version();
        }
    }

    /** Before the page is shown, first or again: what stands there now, and whom a change would reach. */
    public void compare() {
        if (copied != null) {
            StoredEvent earlier = earlier(copied);
            copy = EventCopy.of(earlier, directory.sessions(earlier.id()).size(), text);
        }
        StoredEvent event = id == null ? null : read();
        if (form.isUntouched()) {
            conflicts.loadTyped();
        } else {
            conflicts.check(form.claim(event == null ? null : event.id()));
        }
        if (event == null) {
            return;
        }
        stored = event;
        audience = audiences.stream()
                .mapToInt(people -> people.invited(event.id()))
                .sum();
        if (version != event.version() && !form.isUntouched()) {
            changedMeanwhile = true;
            meanwhile = EventDifferences.between(event, form, text, getExams(), getLeads(), getPlaces());
            version = event.version();
        }
    }

    /** Shows what speaks against the plan as it is typed; saves nothing. */
    public void check() {
        form.take(getPlaces());
    }

    public void plan() {
        create(true);
    }

    public void keepDraft() {
        create(false);
    }

    public void save() {
        StoredEvent before = read();
        form.take(getPlaces());
        int speakAgainst = conflicts.count(form.claim(before.id()));
        EventPlan plan = form.plan(clock.instant());
        plan.mustLieAhead(clock.instant(), before);
        planEvent.change(before.publicId(), version, plan);
        boolean moved = !plan.startsAt().equals(before.startsAt());
        messages.note(moved ? "events.saved.moved" : "events.saved");
        tell(speakAgainst);
        EventRoutes.show(before.publicId());
    }

    private void create(boolean ready) {
        form.take(getPlaces());
        EventPlan plan = form.plan(clock.instant());
        plan.mustLieAhead(clock.instant(), null);
        int speakAgainst = conflicts.count(form.claim(null));
        UUID event;
        int leftOut = 0;
        if (copied == null) {
            event = planEvent.create(plan, text.ofConstant(plan.kind()), ready);
        } else {
            PlanEvent.Again again = planEvent.planAgain(earlier(copied).publicId(), plan, ready);
            event = again.event();
            leftOut = again.leftOut();
        }
        messages.note(ready ? "events.planned" : "events.drafted", plan.title());
        if (leftOut > 0) {
            messages.warn("events.copy.leftOut", leftOut);
        }
        tell(speakAgainst);
        EventRoutes.show(event);
    }

    private void tell(int speakAgainst) {
        if (speakAgainst > 0) {
            messages.warn("events.conflicts.saved", speakAgainst);
        }
    }

    private StoredEvent earlier(@Nullable String publicId) {
        return Optional.ofNullable(Words.uuid(publicId)).flatMap(events::stored).orElseThrow(NotFound::new);
    }

    private StoredEvent read() {
        return earlier(id);
    }

    public boolean isNew() {
        return id == null;
    }

    public EventForm getForm() {
        return form;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public @Nullable StoredEvent getStored() {
        return stored;
    }

    public boolean isChangedMeanwhile() {
        return changedMeanwhile;
    }

    public List<EventDifferences.Difference> getMeanwhile() {
        return meanwhile;
    }

    public int getAudience() {
        return audience;
    }

    public @Nullable String getId() {
        return id;
    }

    public @Nullable String getCopied() {
        return copied;
    }

    public @Nullable EventCopy getCopy() {
        return copy;
    }

    /** What the venue book offers, and the place that the event has. */
    public List<Place> getPlaces() {
        if (places == null) {
            StoredEvent event = id == null ? null : read();
            places = Place.all(
                    venues.choices(event == null ? null : event.venueId()),
                    venues.roomChoices(event == null ? null : event.roomId()));
        }
        return places;
    }

    public EventKind[] getKinds() {
        return EventKind.values();
    }

    public Modality[] getModalities() {
        return Modality.values();
    }

    public List<ExamQueries.Choice> getExams() {
        if (exams == null) {
            exams = examQueries.choices();
        }
        return exams;
    }

    public List<AccountQueries.Choice> getLeads() {
        if (leads == null) {
            leads = accounts.programmeManagers();
        }
        return leads;
    }
}
