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

    private EventForm form = new EventForm();
    private int version;
    private @Nullable StoredEvent stored;
    private List<EventDifferences.Difference> meanwhile = List.of();
    private boolean changedMeanwhile;
    private int audience;
    private @Nullable List<ExamQueries.Choice> exams;
    private @Nullable List<AccountQueries.Choice> leads;

    public void load() {
        if (id == null) {
            form = EventForm.empty(user.accountId(), user.getZone());
        } else {
            StoredEvent event = read();
            form = EventForm.of(event);
            version = event.version();
        }
    }

    /** Before the page is shown, first or again: what stands there now, and whom a change would reach. */
    public void compare() {
        if (id == null) {
            return;
        }
        StoredEvent event = read();
        stored = event;
        audience = audiences.stream()
                .mapToInt(people -> people.invited(event.id()))
                .sum();
        if (version != event.version()) {
            changedMeanwhile = true;
            meanwhile = EventDifferences.between(event, form, text, getExams(), getLeads());
            version = event.version();
        }
    }

    public void plan() {
        create(true);
    }

    public void keepDraft() {
        create(false);
    }

    public void save() {
        StoredEvent before = read();
        EventPlan plan = form.plan(clock.instant());
        plan.mustLieAhead(clock.instant(), before);
        planEvent.change(before.publicId(), version, plan);
        messages.note(before.startsAt().equals(plan.startsAt()) ? "events.saved" : "events.saved.moved");
        EventRoutes.show(before.publicId());
    }

    private void create(boolean ready) {
        EventPlan plan = form.plan(clock.instant());
        plan.mustLieAhead(clock.instant(), null);
        UUID event = planEvent.create(plan, text.ofConstant(plan.kind()), ready);
        messages.note(ready ? "events.planned" : "events.drafted", plan.title());
        EventRoutes.show(event);
    }

    private StoredEvent read() {
        return Optional.ofNullable(Words.uuid(id)).flatMap(events::stored).orElseThrow(NotFound::new);
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
