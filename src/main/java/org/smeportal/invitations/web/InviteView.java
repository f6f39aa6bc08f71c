package org.smeportal.invitations.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.events.Conflict;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventHours;
import org.smeportal.events.PoolRow;
import org.smeportal.invitations.CandidateQueries;
import org.smeportal.invitations.InvitingPolicy;
import org.smeportal.invitations.LocalHours;
import org.smeportal.invitations.PanelConflictQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/**
 * Picking SMEs for an event: the filter, the page and the picks live in the URL, as long as they fit into one; with more
 * picks the same form is posted. Either way nothing changes.
 */
@Named
@RequestScoped
public class InviteView {

    /** More ids than these do not fit into one address. */
    private static final int MOST_IN_ADDRESS = 120;

    @Inject
    private EventDirectory events;

    @Inject
    private CandidateQueries candidates;

    @Inject
    private SmeDirectory smes;

    @Inject
    private PanelConflictQueries conflicts;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable String country;

    @Inject
    @Param
    private @Nullable Long exam;

    @Inject
    @Param
    private @Nullable String newcomers;

    @Inject
    @Param
    private @Nullable String sort;

    @Inject
    @Param
    private @Nullable Integer page;

    @Inject
    @Param(name = "pick")
    private @Nullable List<String> pick;

    private @Nullable EventCard event;
    private List<PoolRow> pools = List.of();
    private @Nullable LocalHours hours;
    private Set<UUID> picks = Set.of();
    private List<SmeCard> elsewhere = List.of();
    private Map<UUID, Conflict> clashes = Map.of();
    private Page<CandidateQueries.Candidate> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        EventCard found = events.named(id);
        event = found;
        hours = LocalHours.of(found);
        pools = events.pools(found.id());
        picks = picked(pick);
        rows = candidates.page(
                found.id(),
                new CandidateQueries.Filter(getSearch(), getCountry(), getExam(), isNewcomers(), getSort()),
                PageRequest.number(page == null ? 1 : page));
        Set<UUID> shown =
                rows.rows().stream().map(CandidateQueries.Candidate::sme).collect(Collectors.toSet());
        clashes = conflicts.ofCandidates(
                found.id(), EventHours.of(found.startsAt(), found.endsAt(), found.zone()), shown);
        elsewhere = smes.cardsByPublicId(
                picks.stream().filter(one -> !shown.contains(one)).toList());
    }

    static Set<UUID> picked(@Nullable Collection<String> values) {
        return values == null
                ? Set.of()
                : values.stream()
                        .map(Words::uuid)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Why nobody can be invited now, as the key of the sentence; null when one can. */
    public @Nullable String getAgainst() {
        return InvitingPolicy.againstInviting(getEvent(), clock.instant());
    }

    public boolean isPicked(UUID sme) {
        return picks.contains(sme);
    }

    /** How the form is sent, with all that may be picked on this page. */
    public String getMethod() {
        return method(picks.size() + rows.rows().size());
    }

    static String method(int picks) {
        return picks > MOST_IN_ADDRESS ? "post" : "get";
    }

    public EventCard getEvent() {
        return Objects.requireNonNull(event);
    }

    public LocalHours getHours() {
        return Objects.requireNonNull(hours);
    }

    /** Why this SME is not free then (R2.5); null when nothing is known against it. */
    public @Nullable Conflict clash(UUID sme) {
        return clashes.get(sme);
    }

    public int getTaken() {
        return pools.stream().mapToInt(PoolRow::taken).sum();
    }

    public int getSeats() {
        return pools.stream().mapToInt(PoolRow::capacity).sum();
    }

    public int getPickCount() {
        return picks.size();
    }

    /** Picked before, and not on this page of the list. */
    public List<SmeCard> getElsewhere() {
        return elsewhere;
    }

    public Page<CandidateQueries.Candidate> getRows() {
        return rows;
    }

    public String getSearch() {
        return search == null ? "" : search;
    }

    public String getCountry() {
        return country == null ? "" : country;
    }

    /** Before anything was chosen, those are shown who are qualified; the form always sends its search and order. */
    public long getExam() {
        if (exam == null && sort == null && search == null) {
            Long needed = getEvent().examId();
            return needed == null ? 0 : needed;
        }
        return exam == null ? 0 : exam;
    }

    public boolean isNewcomers() {
        return newcomers != null;
    }

    public CandidateQueries.Sort getSort() {
        return Arrays.stream(CandidateQueries.Sort.values())
                .filter(known -> known.name().equals(sort))
                .findFirst()
                .orElse(CandidateQueries.Sort.NAME);
    }

    public CandidateQueries.Sort[] getSorts() {
        return CandidateQueries.Sort.values();
    }
}
