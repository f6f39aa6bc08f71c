package org.smeportal.changes;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventLifecycle;
import org.smeportal.events.Modality;
import org.smeportal.events.PoolRow;
import org.smeportal.invitations.PanelOnTheMove;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Text;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** Does a change that waited long enough: each event as it stands now, then one message a person (R2.4). */
@Repository
class ChangeWork {

    private final Changes changes;
    private final PanelOnTheMove panel;
    private final EventLifecycle lifecycle;
    private final EventDirectory events;
    private final SmeDirectory smes;
    private final ChangeMessages messages;
    private final Text text;
    private final Clock clock;

    @Inject
    ChangeWork(
            Changes changes,
            PanelOnTheMove panel,
            EventLifecycle lifecycle,
            EventDirectory events,
            SmeDirectory smes,
            ChangeMessages messages,
            Text text,
            Clock clock) {
        this.changes = changes;
        this.panel = panel;
        this.lifecycle = lifecycle;
        this.events = events;
        this.smes = smes;
        this.messages = messages;
        this.text = text;
        this.clock = clock;
    }

    /** Answers how many people are told. */
    int apply(EventChange planned) {
        List<EventChangePart> parts = changes.parts(planned);
        ChangeEvents.Change change =
                planned.change(parts.stream().map(EventChangePart::part).toList());
        Map<Long, List<PanelOnTheMove.ToTell>> byPerson = new LinkedHashMap<>();
        for (EventChangePart part : parts) {
            lifecycle.lock(part.eventId());
            EventCard event = events.card(part.eventId());
            List<PoolRow> pools = events.pools(part.eventId());
            Optional<Refused> problem = problem(change, part.part(), event, pools);
            if (problem.isPresent()) {
                part.leaveOut(text.of(problem.get()));
                continue;
            }
            part.remember(event, pools);
            apply(change, part.part(), event)
                    .forEach(one -> byPerson.computeIfAbsent(one.sme(), sme -> new ArrayList<>())
                            .add(one));
        }
        Map<Long, SmeCard> cards = smes.cards(byPerson.keySet());
        byPerson.forEach((sme, told) -> {
            SmeCard card = cards.get(sme);
            if (card != null) {
                messages.tell(
                        planned, card, told, parts.size() == 1 ? parts.get(0).eventId() : null);
            }
        });
        planned.markDone(byPerson.size(), clock.instant());
        return byPerson.size();
    }

    private Optional<Refused> problem(
            ChangeEvents.Change change, ChangeEvents.Part part, EventCard event, List<PoolRow> pools) {
        Optional<Refused> problem = ChangePolicy.problem(change, part, event, pools, clock.instant());
        LocalDate day = part.firstDay();
        if (problem.isEmpty() && day != null) {
            try {
                lifecycle.mustExist(event.id(), day);
            } catch (Refused skippedHour) {
                return Optional.of(skippedHour);
            }
        }
        return problem;
    }

    private List<PanelOnTheMove.ToTell> apply(ChangeEvents.Change change, ChangeEvents.Part part, EventCard event) {
        Instant deadline = change.deadline(event.zone());
        switch (change.kind()) {
            case POSTPONE -> {
                return panel.postpone(event.id(), change.reason());
            }
            case NEW_DATE -> {
                LocalDate day = part.firstDay();
                if (day == null || deadline == null) {
                    throw new IllegalStateException("a new date without its days");
                }
                return panel.planAnew(event.id(), day, deadline, change.answerAgain());
            }
            case MODALITY -> {
                Modality to = change.modality();
                if (to == null) {
                    throw new IllegalStateException("a change of modality without one");
                }
                return panel.changePlace(
                        event.id(),
                        part.place(to),
                        part.seatsInPerson(),
                        part.seatsVirtual(),
                        change.answerAgain() ? deadline : null);
            }
        }
        throw new IllegalStateException("unknown change");
    }
}
