package org.smeportal.reviews.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Words;
import org.smeportal.reviews.PlanQueries;

/** Choosing an event and the items that its groups get; everything lives in the address, and nothing changes. */
@Named
@RequestScoped
public class ScheduleView {
    @Inject
    private PlanQueries plans;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private @Nullable String exam;

    @Inject
    @Param(name = "event")
    private @Nullable String chosen;

    @Inject
    @Param
    private @Nullable String from;

    @Inject
    @Param(name = "groups")
    private @Nullable Integer wanted;

    @Inject
    @Param
    private @Nullable Integer per;

    @Inject
    @Param
    private @Nullable String fill;

    /** A domain of which all are to be ticked, or none. */
    @Inject
    @Param
    private @Nullable Integer all;

    @Inject
    @Param
    private @Nullable Integer none;

    @Inject
    @Param(name = "pick")
    private @Nullable List<String> pick;

    private List<PlanQueries.Event> events = List.of();
    private PlanQueries.@Nullable Event event;
    private List<PlanQueries.Workshop> workshops = List.of();
    private List<PlanQueries.Domain> domains = List.of();
    private Set<UUID> picks = Set.of();

    public void load() {
        events = plans.events();
        if (chosen == null || chosen.isEmpty()) {
            return;
        }
        UUID id = Words.named(chosen);
        PlanQueries.Event found = events.stream()
                .filter(one -> one.publicId().equals(id))
                .findFirst()
                .orElse(null);
        event = found;
        if (found == null) {
            return;
        }
        workshops = plans.workshops(found.examId());
        domains = plans.waiting(found.examId(), Words.uuid(from));
        picks = picked();
    }

    /** What is ticked after the button that was pressed; only what may be scheduled. */
    private Set<UUID> picked() {
        if (fill != null) {
            return domains.stream()
                    .flatMap(domain -> domain.free().stream())
                    .sorted(Comparator.comparing(PlanQueries.Waiting::since).thenComparing(PlanQueries.Waiting::code))
                    .limit((long) getGroups() * getPer())
                    .map(PlanQueries.Waiting::item)
                    .collect(Collectors.toSet());
        }
        Set<UUID> sent = Picks.of(pick);
        Set<UUID> ticked = new HashSet<>();
        for (PlanQueries.Domain domain : domains) {
            for (PlanQueries.Waiting item : domain.free()) {
                boolean wantsAll = all != null && all == domain.number();
                boolean wantsNone = none != null && none == domain.number();
                if (wantsAll || (!wantsNone && sent.contains(item.item()))) {
                    ticked.add(item.item());
                }
            }
        }
        return ticked;
    }

    /** Of that exam, or of all exams of the user. */
    public List<PlanQueries.Event> getEvents() {
        return events.stream()
                .filter(one -> exam == null || exam.isEmpty() || one.exam().equals(exam))
                .toList();
    }

    public PlanQueries.@Nullable Event getEvent() {
        return event;
    }

    public List<PlanQueries.Domain> getDomains() {
        return domains;
    }

    public List<PlanQueries.Workshop> getWorkshops() {
        return workshops;
    }

    public boolean isPicked(UUID item) {
        return picks.contains(item);
    }

    public int getPickCount() {
        return picks.size();
    }

    public int picked(PlanQueries.Domain domain) {
        return (int) domain.items().stream()
                .filter(item -> picks.contains(item.item()))
                .count();
    }

    public int getTotal() {
        return domains.stream().mapToInt(PlanQueries.Domain::total).sum();
    }

    public boolean isCut() {
        return getTotal() > PlanQueries.MOST;
    }

    public boolean isAnyAlike() {
        return domains.stream()
                .anyMatch(domain -> domain.free().size() < domain.items().size());
    }

    public long days(PlanQueries.Waiting item) {
        return Math.max(0, ChronoUnit.DAYS.between(item.since(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    public String getMethod() {
        return Picks.method(
                domains.stream().mapToInt(domain -> domain.items().size()).sum());
    }

    /** As many as the seats allow until somebody says a number. */
    public int getGroups() {
        int most = event == null ? 1 : Math.max(1, event.mostGroups());
        return wanted == null ? most : Math.max(1, wanted);
    }

    /** Items for each group: an hour of review. */
    public int getPer() {
        return per == null ? 11 : Math.max(1, Math.min(per, 50));
    }

    public String getFrom() {
        return from == null ? "" : from;
    }

    /** An event was named in which nothing can be reviewed now, or of another exam. */
    public boolean isElsewhere() {
        return event == null && chosen != null && !chosen.isEmpty();
    }

    public @Nullable String getExam() {
        return exam;
    }
}
