package org.smeportal.badges;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smeportal.attendance.AttendanceClosed;
import org.smeportal.attendance.AttendanceCorrected;
import org.smeportal.badges.QualifyingEvents.Qualifying;
import org.smeportal.platform.Repository;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/**
 * The badge comes by itself (R4.3): when attendance is closed and at each correction, in the same transaction. Who writes
 * results holds the SMEs locked, so nobody is judged twice at once.
 */
@Repository
public class AwardBadges {

    private final Awards awards;
    private final QualifyingEvents qualifying;
    private final AwardMessages messages;
    private final SmeDirectory smes;
    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public AwardBadges(
            Awards awards,
            QualifyingEvents qualifying,
            AwardMessages messages,
            SmeDirectory smes,
            EntityManager entityManager,
            Clock clock) {
        this.awards = awards;
        this.qualifying = qualifying;
        this.messages = messages;
        this.smes = smes;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    void onClosed(@Observes AttendanceClosed news) {
        entityManager.flush();
        for (BadgeRule rule : awards.rules()) {
            Set<Long> holders = awards.holders(rule.badgeId(), news.eventId());
            Map<Long, List<Qualifying>> earners = qualifying.ofEveryone(rule, news.eventId());
            earners.keySet().removeAll(holders);
            earners.values().removeIf(events -> events.size() < rule.required());
            Map<Long, SmeCard> cards = smes.cards(earners.keySet());
            cards.values().stream()
                    .sorted(Comparator.comparing(SmeCard::id))
                    .forEach(sme -> award(rule, sme, earners.getOrDefault(sme.id(), List.of())));
        }
    }

    void onCorrected(@Observes AttendanceCorrected news) {
        entityManager.flush();
        for (BadgeRule rule : awards.rules()) {
            Optional<Award> active = awards.active(rule.badgeId(), news.smeId());
            if (active.isPresent()) {
                BadgeRule own = active.get().rule();
                if (qualifying.of(own, news.smeId()).size() < own.required()) {
                    active.get().revoke(news.reason(), false, clock.instant());
                    messages.revoked(active.get(), smes.card(news.smeId()), news.reason());
                }
            } else {
                List<Qualifying> events = qualifying.of(rule, news.smeId());
                if (events.size() >= rule.required()) {
                    award(rule, smes.card(news.smeId()), events);
                }
            }
        }
    }

    private void award(BadgeRule rule, SmeCard sme, List<Qualifying> events) {
        Qualifying completing = events.get(rule.required() - 1);
        Award award = new Award(rule, sme.id(), completing.eventId(), completing.lastDay(), clock.instant());
        awards.add(award);
        messages.awarded(award, sme);
    }
}
