package org.smeportal.reviews;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventStatus;
import org.smeportal.exams.ExamDuties;
import org.smeportal.items.ItemMoves;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Duty;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.similarity.AlikeQueries;

/**
 * A programme manager gives items to the groups of an event (items.md 1, SUBMITTED → IN_REVIEW). The groups are those that sit
 * in its rooms, or are drawn; items are dealt by domain in an order that ignores who wrote them (R6.1).
 */
@UseCase
@Requires(Permission.LEAD_REVIEWS)
public class ScheduleReview {
    /** With an author among them, three are left who are independent. */
    public static final int SMALLEST_GROUP = 4;

    static final int MOST_ITEMS = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EventDirectory events;
    private final ReviewSessions sessions;
    private final ReviewQueries panel;
    private final ItemMoves items;
    private final AlikeQueries alike;
    private final ExamDuties duties;
    private final CurrentUser user;

    @Inject
    public ScheduleReview(
            EventDirectory events,
            ReviewSessions sessions,
            ReviewQueries panel,
            ItemMoves items,
            AlikeQueries alike,
            ExamDuties duties,
            CurrentUser user) {
        this.events = events;
        this.sessions = sessions;
        this.panel = panel;
        this.items = items;
        this.alike = alike;
        this.duties = duties;
        this.user = user;
    }

    public record Batch(UUID event, List<UUID> items, int groups) implements AuditedCommand {
        public Batch {
            items = List.copyOf(items);
        }

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return items.size() + " items, " + groups + " groups";
        }
    }

    /** Answers the sessions, one a group. */
    public List<UUID> schedule(Batch batch) {
        EventCard event = events.byPublicId(batch.event()).orElseThrow(NotFound::new);
        long exam = exam(event);
        if (batch.items().isEmpty() || batch.items().size() > MOST_ITEMS) {
            throw new Refused("reviews.refused.items", MOST_ITEMS).at("items");
        }
        List<Groups.Group> groups = groups(event.id(), batch.groups());
        Set<UUID> open = alike.undecided(exam);
        Map<String, ItemMoves.Stand> cards = new TreeMap<>();
        for (UUID item : new TreeSet<>(batch.items())) {
            if (open.contains(item)) {
                throw new Refused("reviews.refused.alike").at("items");
            }
            ItemMoves.Stand stand = items.schedule(item);
            if (stand.examId() != exam || sessions.isOnAgenda(stand.id())) {
                throw new Refused("reviews.refused.notFree", stand.code()).at("items");
            }
            cards.put(stand.code(), stand);
        }
        long seed = RANDOM.nextLong();
        long round = sessions.round(event.id(), seed);
        List<List<Deal.Card>> dealt = Deal.items(
                cards.values().stream()
                        .map(stand -> new Deal.Card(stand.code(), stand.domain()))
                        .toList(),
                groups.size(),
                seed);
        List<UUID> made = new ArrayList<>();
        for (int number = 0; number < groups.size(); number++) {
            ReviewSession session = sessions.add(
                    new ReviewSession(round, number + 1, groups.get(number).room()));
            sessions.seat(session, groups.get(number).accounts());
            int place = 0;
            for (Deal.Card card : dealt.get(number)) {
                ItemMoves.Stand stand = Objects.requireNonNull(cards.get(card.code()));
                sessions.add(new ReviewEntry(session.id(), ++place, stand.id(), stand.revision()));
            }
            made.add(session.publicId());
        }
        return made;
    }

    private long exam(EventCard event) {
        Long exam = event.examId();
        boolean reviews = event.kind() == EventKind.WORKSHOP || event.kind() == EventKind.GROUP_REVIEW;
        if (exam == null || !reviews || event.status() == EventStatus.CANCELLED) {
            throw new Refused("reviews.refused.event");
        }
        if (!duties.has(user.accountId(), exam, Duty.PM)) {
            throw new NotFound();
        }
        return exam;
    }

    private List<Groups.Group> groups(long eventId, int wanted) {
        List<ReviewQueries.Seat> seats = panel.seats(eventId);
        List<Groups.Group> groups = wanted < 1 ? List.of() : Groups.of(seats, wanted, RANDOM.nextLong());
        if (groups.isEmpty() || !groups.stream().allMatch(Groups.Group::isLargeEnough)) {
            throw new Refused("reviews.refused.groups", seats.size(), SMALLEST_GROUP).at("groups");
        }
        return groups;
    }
}
