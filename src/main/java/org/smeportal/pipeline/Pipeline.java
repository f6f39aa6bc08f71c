package org.smeportal.pipeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.ItemStatus;

/**
 * The table of an exam: domains × groups of states, what is wanted and what is missing. {@code unplaced} is the row of drafts
 * without a domain, where there are any.
 */
public record Pipeline(
        List<Line> lines, Optional<Line> unplaced, Map<StateGroup, Integer> waits, Map<StateGroup, Integer> sums) {

    /** {@code domain} is 0 for what has none. */
    public record Line(int domain, String name, int wanted, Map<StateGroup, Integer> counts) {
        public int count(StateGroup group) {
            return counts.getOrDefault(group, 0);
        }

        /** What counts for the target. */
        public int made() {
            return counts.entrySet().stream()
                    .filter(entry -> entry.getKey().counts())
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        public int missing() {
            return Math.max(0, wanted - made());
        }
    }

    public static Pipeline of(
            List<PipelineQueries.Domain> domains, Collection<PipelineQueries.Count> counts, LocalDate today) {
        List<Line> lines = domains.stream()
                .map(domain -> line(domain.number(), domain.name(), domain.wanted(), counts))
                .toList();
        Line none = line(0, "", 0, counts);
        Map<StateGroup, Integer> waits = new EnumMap<>(StateGroup.class);
        Map<StateGroup, Integer> sums = new EnumMap<>(StateGroup.class);
        for (PipelineQueries.Count count : counts) {
            StateGroup group = StateGroup.of(count.status());
            sums.merge(group, count.items(), Integer::sum);
            if (group.counts()) {
                int days = (int) Math.max(0, ChronoUnit.DAYS.between(count.oldest(), today));
                waits.merge(group, days, Math::max);
            }
        }
        return new Pipeline(
                lines,
                none.counts().isEmpty() ? Optional.empty() : Optional.of(none),
                Map.copyOf(waits),
                Map.copyOf(sums));
    }

    /** The domains and, where there are any, the drafts without one. */
    public List<Line> rows() {
        List<Line> rows = new ArrayList<>(lines);
        unplaced.ifPresent(rows::add);
        return rows;
    }

    /** Days that the oldest is in that state; null where nothing is. */
    public @Nullable Integer longest(StateGroup group) {
        return waits.get(group);
    }

    public int sum(StateGroup group) {
        return sums.getOrDefault(group, 0);
    }

    public int wanted() {
        return lines.stream().mapToInt(Line::wanted).sum();
    }

    public int made() {
        return lines.stream().mapToInt(Line::made).sum();
    }

    /** What one domain has too many of does not fill another. */
    public int missing() {
        return lines.stream().mapToInt(Line::missing).sum();
    }

    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** How many are in each state of a group. */
    public static Map<ItemStatus, Integer> byStatus(Collection<PipelineQueries.Count> counts, StateGroup group) {
        Map<ItemStatus, Integer> sums = new EnumMap<>(ItemStatus.class);
        counts.stream()
                .filter(count -> group.states().contains(count.status()))
                .forEach(count -> sums.merge(count.status(), count.items(), Integer::sum));
        return sums;
    }

    private static Line line(int number, String name, int wanted, Collection<PipelineQueries.Count> counts) {
        Map<StateGroup, Integer> groups = new EnumMap<>(StateGroup.class);
        counts.stream()
                .filter(count -> count.domain() == number)
                .forEach(count -> groups.merge(StateGroup.of(count.status()), count.items(), Integer::sum));
        return new Line(number, name, wanted, groups);
    }
}
