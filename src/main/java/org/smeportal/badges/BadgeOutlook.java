package org.smeportal.badges;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smeportal.attendance.BadgeForecast;
import org.smeportal.badges.QualifyingEvents.Qualifying;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.platform.Queries;

/** Says before the click who would earn or lose a badge; writes nothing. */
@Queries
public class BadgeOutlook implements BadgeForecast {

    private final Awards awards;
    private final QualifyingEvents qualifying;
    private final EventDirectory events;

    @Inject
    public BadgeOutlook(Awards awards, QualifyingEvents qualifying, EventDirectory events) {
        this.awards = awards;
        this.qualifying = qualifying;
        this.events = events;
    }

    @Override
    public Set<Long> earning(long eventId, Set<Long> attended) {
        EventCard event = events.card(eventId);
        Set<Long> earning = new HashSet<>();
        for (BadgeRule rule : awards.rules()) {
            if (rule.kinds().contains(event.kind())) {
                Set<Long> holders = awards.holders(rule.badgeId(), eventId);
                Map<Long, List<Qualifying>> before = qualifying.ofEveryone(rule, eventId);
                attended.stream()
                        .filter(sme -> !holders.contains(sme))
                        .filter(sme -> before.getOrDefault(sme, List.of()).size() + 1 >= rule.required())
                        .forEach(earning::add);
            }
        }
        return earning;
    }

    @Override
    public boolean wouldEarn(long eventId, long smeId) {
        EventCard event = events.card(eventId);
        return awards.rules().stream()
                .filter(rule -> rule.kinds().contains(event.kind()))
                .filter(rule -> !awards.holds(rule.badgeId(), smeId))
                .anyMatch(rule -> others(rule, eventId, smeId) + 1 >= rule.required());
    }

    @Override
    public boolean wouldLose(long eventId, long smeId) {
        return awards.rules().stream()
                .map(rule -> awards.heldRule(rule.badgeId(), smeId))
                .flatMap(Optional::stream)
                .anyMatch(own -> others(own, eventId, smeId) < own.required());
    }

    private long others(BadgeRule rule, long eventId, long smeId) {
        return qualifying.of(rule, smeId).stream()
                .filter(event -> event.eventId() != eventId)
                .count();
    }
}
