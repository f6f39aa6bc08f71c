package org.smeportal.reviews.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.reviews.PlanQueries;
import org.smeportal.reviews.ScheduleReview;

/** The groups as they would be: how many people, which room, how many items of each domain; then the one click. */
@Named
@RequestScoped
public class SchedulePreviewView {
    @Inject
    private PlanQueries plans;

    @Inject
    private ScheduleReview schedule;

    @Inject
    private Messages messages;

    @Inject
    @Param(name = "event")
    private @Nullable String chosen;

    @Inject
    @Param(name = "groups")
    private @Nullable Integer wanted;

    @Inject
    @Param(name = "pick")
    private @Nullable List<String> pick;

    private PlanQueries.@Nullable Event event;
    private Set<UUID> picks = Set.of();
    private List<PlanQueries.Domain> domains = List.of();
    private PlanQueries.Preview preview = new PlanQueries.Preview(List.of(), false, 0);

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        UUID id = Words.named(chosen);
        PlanQueries.Event found = plans.events().stream()
                .filter(one -> one.publicId().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        event = found;
        picks = Picks.of(pick);
        domains = plans.waiting(found.examId(), null);
        Map<String, Integer> cards = new TreeMap<>();
        for (PlanQueries.Domain domain : domains) {
            domain.items().stream()
                    .filter(item -> picks.contains(item.item()))
                    .forEach(item -> cards.put(item.code(), domain.number()));
        }
        preview = plans.preview(found, cards, getGroups());
    }

    public void schedule() {
        schedule.schedule(new ScheduleReview.Batch(getEvent().publicId(), List.copyOf(picks), getGroups()));
        messages.note("reviews.schedule.done", picks.size(), getGroups());
        Faces.redirect("/app/reviews/round-list?event=" + getEvent().publicId());
    }

    public PlanQueries.Event getEvent() {
        return Objects.requireNonNull(event);
    }

    public Set<UUID> getPicks() {
        return picks;
    }

    public int getGroups() {
        return wanted == null ? 1 : wanted;
    }

    public PlanQueries.Preview getPreview() {
        return preview;
    }

    /** Those of which something was picked. */
    public List<PlanQueries.Domain> getDomains() {
        return domains.stream()
                .filter(domain -> preview.groups().stream()
                        .anyMatch(group -> group.domains().containsKey(domain.number())))
                .toList();
    }

    public int count(PlanQueries.Planned group, int domain) {
        return group.domains().getOrDefault(domain, 0);
    }

    public String getMethod() {
        return Picks.method(picks.size());
    }
}
