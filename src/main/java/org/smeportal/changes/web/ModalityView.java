package org.smeportal.changes.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.changes.ChangeEvents;
import org.smeportal.changes.ChangeKind;
import org.smeportal.changes.ChangeMails;
import org.smeportal.changes.Consequences;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.Modality;
import org.smeportal.events.PoolRow;
import org.smeportal.kernel.Words;
import org.smeportal.notifications.Mail;
import org.smeportal.platform.web.Messages;

/** Going virtual and back (R2.4), for one event or all between two days: what it means for whom, then the one click. */
@Named
@RequestScoped
public class ModalityView {
    @Inject
    private Consequences consequences;

    @Inject
    private ChangeEvents changes;

    @Inject
    private ChangeMails mails;

    @Inject
    private EventDirectory events;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private @Nullable String event;

    @Inject
    @Param
    private @Nullable String from;

    @Inject
    @Param
    private @Nullable String until;

    @Inject
    @Param
    private @Nullable String to;

    @Inject
    @Param
    private @Nullable String reason;

    @Inject
    @Param
    private @Nullable String again;

    @Inject
    @Param
    private @Nullable String answerDay;

    private final List<Row> rows = new ArrayList<>();
    private @Nullable EventCard single;
    private @Nullable Mail mail;

    /** An event of the list: its fields, and what the change means for it. */
    public record Row(ChangeForm form, Consequences.Effect effect) {}

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        rows.clear();
        List<EventCard> found = find();
        List<Long> ids = found.stream().map(EventCard::id).toList();
        Map<Long, List<PoolRow>> pools = events.pools(ids);
        Map<Long, Consequences.Was> before = consequences.before(ids);
        Map<Long, ChangeForm> forms = new HashMap<>();
        for (EventCard card : found) {
            forms.put(
                    card.id(),
                    ChangeForm.isPosted()
                            ? ChangeForm.posted(card)
                            : ChangeForm.proposed(
                                    card, pools.getOrDefault(card.id(), List.of()), before.get(card.id()), getTo()));
        }
        ChangeEvents.Change asked = change(
                found.stream()
                        .map(card -> Objects.requireNonNull(forms.get(card.id())))
                        .toList(),
                isAgain() && day() != null);
        consequences
                .of(asked)
                .forEach(effect -> rows.add(
                        new Row(Objects.requireNonNull(forms.get(effect.event().id())), effect)));
        mail = mails.preview(asked, included());
    }

    /** The consequences of what is typed now. */
    public @Nullable String look() {
        return null;
    }

    public void plan() {
        ChangeEvents.Planned planned = changes.plan(
                change(rows.stream().map(Row::form).filter(ChangeForm::included).toList(), isAgain()));
        messages.note("changes.planned");
        ChangeRoutes.show(planned.id());
    }

    private List<EventCard> find() {
        if (event != null && !event.isEmpty()) {
            EventCard card = events.named(event);
            single = card;
            return card.modality() == getTo() ? List.of() : List.of(card);
        }
        LocalDate first = ChangeForm.day(from);
        LocalDate last = ChangeForm.day(until);
        return first == null || last == null || last.isBefore(first)
                ? List.of()
                : consequences.between(first, last, getTo());
    }

    private ChangeEvents.Change change(List<ChangeForm> forms, boolean answerAgain) {
        return new ChangeEvents.Change(
                ChangeKind.MODALITY,
                getTo(),
                forms.stream().map(ChangeForm::part).toList(),
                answerAgain,
                isAgain() ? day() : null,
                reason);
    }

    private List<Consequences.Effect> included() {
        return rows.stream()
                .filter(row -> row.form().included())
                .map(Row::effect)
                .toList();
    }

    private @Nullable LocalDate day() {
        return ChangeForm.day(answerDay);
    }

    public List<Row> getRows() {
        return rows;
    }

    public int getEvents() {
        return included().size();
    }

    /** How many people get the one mail. */
    public long getPeople() {
        return included().stream()
                .flatMap(effect -> effect.people().stream())
                .map(Consequences.Person::sme)
                .distinct()
                .count();
    }

    public int getJourneys() {
        return included().stream().mapToInt(Consequences.Effect::journeys).sum();
    }

    public boolean isPossible() {
        return getEvents() > 0 && included().stream().allMatch(effect -> effect.problem() == null);
    }

    public @Nullable Mail getMail() {
        return mail;
    }

    /** The other way for one event, as long as none was chosen. */
    public Modality getTo() {
        if (to == null && single != null) {
            return single.modality() == Modality.VIRTUAL ? Modality.IN_PERSON : Modality.VIRTUAL;
        }
        Modality wanted = Words.constant(Modality.class, to);
        return wanted == null ? Modality.VIRTUAL : wanted;
    }

    public Modality[] getModalities() {
        return Modality.values();
    }

    /** When the mails would leave. */
    public Instant getLeavesAt() {
        return consequences.appliesAt();
    }

    public @Nullable EventCard getSingle() {
        return single;
    }

    public boolean isAgain() {
        return "yes".equals(again);
    }

    public boolean isAsked() {
        return single != null || from != null || until != null;
    }

    public String getEvent() {
        return event == null ? "" : event;
    }

    public String getFrom() {
        return from == null ? LocalDate.now(clock).toString() : from;
    }

    public String getUntil() {
        return until == null ? LocalDate.now(clock).plusMonths(3).toString() : until;
    }

    public String getReason() {
        return reason == null ? "" : reason;
    }

    public String getAnswerDay() {
        return answerDay == null ? "" : answerDay;
    }
}
