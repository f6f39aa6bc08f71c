package org.smeportal.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smeportal.audit.AuditQueries;
import org.smeportal.items.ItemQueries;
import org.smeportal.items.SeenQueries;
import org.smeportal.items.WritingRoom;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.CleanItems;
import org.smeportal.testing.Rig;
import org.smeportal.wording.FieldMap;
import org.smeportal.wording.ItemField;
import org.smeportal.wording.ItemText;

/**
 * Two worlds that differ only in who wrote the items of a review, with both candidates sitting in the group and voting
 * differently: whoever wrote none of them in either world sees the same at each step (R6.1).
 */
class ReviewSwapIT {
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @Test
    void aReviewTellsNobodyWhoWroteItsItems() {
        List<String> byAna = new World(true).seen();
        List<String> byBo = new World(false).seen();
        assertThat(byAna).isEqualTo(byBo);
        assertThat(String.join("\n", byAna))
                .as("there was something to compare")
                .contains("Say which queue", "tally={ACCEPT=3, REJECT=1}", "LeadReview.decide", "QC1", "REVISION");
    }

    /** Ana or Bo wrote everything; both review, with three others. */
    private static final class World {
        private final boolean first;
        private final List<String> got = new ArrayList<>();

        World(boolean first) {
            this.first = first;
        }

        List<String> seen() {
            try (Rig rig = Rig.start()) {
                WritingRoom room = new WritingRoom(rig);
                Caller ana = room.author("Ana Ruiz");
                Caller bo = room.author("Bo Lind");
                List<Caller> others = Stream.of("Cleo Day", "Dan Fox", "Eva Moor")
                        .map(room::author)
                        .toList();
                UUID event = room.workshop(ana, bo, others.get(0), others.get(1), others.get(2));
                List<UUID> items = written(room, first ? ana : bo, event);
                UUID session = room.byPm(
                                () -> rig.get(ScheduleReview.class).schedule(new ScheduleReview.Batch(event, items, 1)))
                        .get(0);
                // codes and the order of the agenda are random; here they follow the order of writing
                rig.update("update item set code = concat('ITM-', lpad(id, 4, '0'))");
                ReviewRoom.inOrder(rig, session);
                look(rig, room, others, session, items);
                lead(rig, room, () -> rig.get(LeadReview.class).open(session));
                verdict(rig, ana, session, Verdict.ACCEPT, "Ana has nothing to add.");
                verdict(rig, bo, session, Verdict.REJECT, "Say which queue it is.");
                look(rig, room, others, session, items);
                refusedToReveal(rig, room, session);
                verdict(rig, others.get(0), session, Verdict.ACCEPT, "Short and clear.");
                verdict(rig, others.get(1), session, Verdict.ACCEPT, "Fine.");
                look(rig, room, others, session, items);
                lead(rig, room, () -> rig.get(LeadReview.class).reveal(on(rig, room, session)));
                look(rig, room, others, session, items);
                edit(rig, room, session);
                look(rig, room, others, session, items);
                decide(rig, room, session, ReviewOutcome.ACCEPT);
                look(rig, room, others, session, items);
                LeadReview.OnEntry decided = on(rig, room, session);
                lead(rig, room, () -> rig.get(LeadReview.class).next(decided));
                for (Caller member :
                        Stream.concat(Stream.of(ana, bo), others.stream()).toList()) {
                    verdict(rig, member, session, Verdict.REVISE, "It asks two things.");
                }
                lead(rig, room, () -> rig.get(LeadReview.class).reveal(on(rig, room, session)));
                decide(rig, room, session, ReviewOutcome.REVISE);
                look(rig, room, others, session, items);
                lead(rig, room, () -> rig.get(LeadReview.class).close(session));
                look(rig, room, others, session, items);
                return got.stream().map(World::masked).toList();
            }
        }

        private static List<UUID> written(WritingRoom room, Caller author, UUID event) {
            List<UUID> items = new ArrayList<>();
            List<CleanItems.CleanItem> texts = CleanItems.readOn(java.time.LocalDate.of(2020, 2, 10));
            for (int number = 0; number < 2; number++) {
                UUID item = room.items.started(author, event, 1);
                room.items.fill(author, item, texts.get(number).text());
                room.items.waive(author, item, "Looked at.");
                room.items.submit(author, item);
                items.add(item);
            }
            return items;
        }

        /** Everything that the programme manager, an administrator and the other members can ask for. */
        private void look(Rig rig, WritingRoom room, List<Caller> others, UUID session, List<UUID> items) {
            rig.clock().advance(Duration.ofMinutes(1));
            for (Caller reader :
                    Stream.concat(Stream.of(room.pm), others.stream()).toList()) {
                got.add(reader.name() + ": "
                        + sorted(rig.as(reader, () -> rig.get(ReadReview.class).read(session))));
            }
            rig.as(room.pm, () -> {
                got.add(rig.get(RoundQueries.class)
                        .page(new RoundQueries.Filter(null, null), PageRequest.first())
                        .toString());
                ItemQueries.Filter all = new ItemQueries.Filter("", "", 0, null, null, FAR);
                got.add(rig.get(ItemQueries.class)
                        .page(all, ItemQueries.SortField.CODE, PageRequest.first())
                        .toString());
                for (UUID item : items) {
                    rig.get(SeenQueries.class)
                            .all(SeenQueries.Filter.ofItem(item))
                            .forEach(row -> got.add(row.toString()));
                }
                return null;
            });
            Caller admin = Rig.caller(room.pm.accountId(), "Ada Admin", "Europe/Lisbon", Role.ADMIN);
            rig.as(admin, () -> {
                got.add(rig.get(OutboxQueries.class)
                        .page(new OutboxQueries.Filter(null, "", null, ""), PageRequest.first())
                        .toString());
                rig.get(AuditQueries.class)
                        .page(new AuditQueries.Filter("", "", "", "", EVER, FAR, false), PageRequest.first())
                        .rows()
                        .forEach(row -> got.add(row.toString()));
                return null;
            });
        }

        /** Comments of one aspect stand in the order of their random ids. */
        private static String sorted(Live live) {
            Live.Current at = live.current();
            return live.head() + " " + live.agenda() + " "
                    + (at == null
                            ? ""
                            : at.toString().replaceAll("comments=.*voted=", "voted=") + " "
                                    + at.comments().stream()
                                            .map(ReviewComments.Said::text)
                                            .sorted()
                                            .toList());
        }

        private void refusedToReveal(Rig rig, WritingRoom room, UUID session) {
            try {
                lead(rig, room, () -> rig.get(LeadReview.class).reveal(on(rig, room, session)));
                got.add("revealed");
            } catch (Refused refused) {
                got.add(refused.key());
            }
        }

        private static void verdict(Rig rig, Caller who, UUID session, Verdict verdict, String says) {
            UUID entry = java.util.Objects.requireNonNull(
                            rig.as(who, () -> rig.get(ReadReview.class).read(session))
                                    .current())
                    .entry();
            rig.as(who, () -> {
                GiveVerdict give = rig.get(GiveVerdict.class);
                give.arrive(session);
                give.give(session, entry, verdict);
                give.comment(session, entry, new GiveVerdict.Comment(Aspect.LANGUAGE, null, false, says));
            });
        }

        private static void edit(Rig rig, WritingRoom room, UUID session) {
            LeadReview.OnEntry on = on(rig, room, session);
            ItemText voted = at(rig, room, session).voted();
            Map<String, String> fields = new HashMap<>(FieldMap.fields(voted));
            fields.put(ItemField.SCENARIO, voted.scenario() + " The team is small.");
            lead(rig, room, () -> rig.get(LeadReview.class).edit(new LeadReview.Edit(on, 0, fields)));
        }

        private static void decide(Rig rig, WritingRoom room, UUID session, ReviewOutcome outcome) {
            LeadReview.OnEntry on = on(rig, room, session);
            lead(rig, room, () -> rig.get(LeadReview.class).decide(new LeadReview.Decision(on, outcome, "Agreed.")));
        }

        private static Live.Current at(Rig rig, WritingRoom room, UUID session) {
            return java.util.Objects.requireNonNull(
                    room.byPm(() -> rig.get(ReadReview.class).read(session)).current());
        }

        private static LeadReview.OnEntry on(Rig rig, WritingRoom room, UUID session) {
            return new LeadReview.OnEntry(session, at(rig, room, session).entry());
        }

        private static void lead(Rig rig, WritingRoom room, Runnable act) {
            rig.as(room.pm, () -> {
                act.run();
                return null;
            });
        }

        /** Random ids differ in any two worlds. */
        private static String masked(String text) {
            return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*")
                    .replaceAll("\\[id=[a-z0-9]{5},", "[id=*,");
        }
    }
}
