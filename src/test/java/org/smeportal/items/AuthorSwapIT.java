package org.smeportal.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smeportal.audit.AuditQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.MailGroup;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.notifications.OutboxState;
import org.smeportal.notifications.Relay;
import org.smeportal.notifications.RetryMessage;
import org.smeportal.privacy.DeletionQueries;
import org.smeportal.privacy.OwnDataQueries;
import org.smeportal.profiles.KeepOwnProfile;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.tasks.AskForTask;
import org.smeportal.tasks.Work;
import org.smeportal.testing.Rig;

/** Two worlds that differ only in who wrote an item: whoever did not write it gets the same from both (R6.1). */
class AuthorSwapIT {
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @Test
    void whatAProgrammeManagerGetsIsTheSameWhoeverWroteIt() {
        List<String> byAna = world(true);
        List<String> byBo = world(false);
        assertThat(byAna).isEqualTo(byBo);
        assertThat(String.join("\n", byAna))
                .as("there was something to compare")
                .contains(
                        "SubmitItem.submit",
                        "task-asked",
                        "tried again",
                        "StartItem.start",
                        "Which change lets orders",
                        "Name the service.");
    }

    private static List<String> world(boolean first) {
        try (Rig rig = Rig.start()) {
            WritingRoom room = new WritingRoom(rig);
            Caller ana = room.author("Ana Ruiz");
            Caller bo = room.author("Bo Lind");
            UUID event = room.workshop(ana, bo);
            rig.as(bo, () -> rig.get(KeepOwnProfile.class).chooseMails(EnumSet.of(MailGroup.TASKS)));
            ask(room, ana);
            rig.as(Caller.SYSTEM, () -> rig.get(Relay.class).run());
            UUID item = room.items.submitted(first ? ana : bo, event, 2);
            UUID other = room.items.submitted(first ? bo : ana, event, 3);
            // codes are random, and lists of one day are sorted by them
            rig.update("update item set code = concat('ITM-', lpad(id, 4, '0'))");
            rig.clock().advance(Duration.ofMinutes(5));
            JudgeSubmission judge = rig.get(JudgeSubmission.class);
            rig.as(room.pm, () -> judge.giveBack(new JudgeSubmission.Judgement(item, 1, "Name the service.")));
            room.items.submit(first ? ana : bo, item);
            rig.clock().advance(Duration.ofMinutes(5));
            rig.as(first ? bo : ana, () -> rig.get(WithdrawItem.class).withdraw(other));
            rig.as(room.pm, () -> judge.duplicate(new JudgeSubmission.Judgement(item, 1, "Ask Ana or Bo.")));
            assertThat(rig.count("select count(*) from outbox_message where kind like 'item-%'"))
                    .as("Ana hears both, Bo wants no mail")
                    .isEqualTo(first ? 2 : 0);
            rig.as(Caller.SYSTEM, () -> rig.get(Relay.class).run());
            rig.update("update outbox_message set state = if(kind = 'item-ended', 'QUEUED', 'BOUNCED'), sent_at = null,"
                    + " last_error = concat('550 no ', recipient) where kind like 'item-%'");
            rig.update("update outbox_message set state = 'BOUNCED' where kind = 'task-asked'");
            ask(room, bo);
            List<String> got = new ArrayList<>();
            rig.as(room.pm, () -> {
                ItemQueries items = rig.get(ItemQueries.class);
                ItemQueries.Filter all = new ItemQueries.Filter("", "", 0, null, null, FAR);
                for (ItemQueries.SortField sort : List.of(ItemQueries.SortField.AGE, ItemQueries.SortField.DOMAIN)) {
                    items.page(all, sort, PageRequest.first()).rows().forEach(row -> got.add(row.toString()));
                }
                for (UUID one : List.of(item, other)) {
                    got.add(items.one(one).toString());
                    items.steps(items.one(one).id()).forEach(step -> got.add(step.toString()));
                    got.add(rig.get(ReadItem.class)
                            .read(one, null, ItemViews.ViewKind.READ)
                            .toString());
                }
                return null;
            });
            for (Caller author : List.of(ana, bo)) {
                got.add(deletion(rig, room.sme(author)));
            }
            Caller admin = Rig.caller(room.pm.accountId(), "Ada Admin", "Europe/Lisbon", Role.ADMIN);
            got.addAll(outbox(rig, admin));
            rig.as(admin, () -> {
                rig.get(AuditQueries.class)
                        .page(new AuditQueries.Filter("", "", "", "", EVER, FAR, false), PageRequest.first())
                        .rows()
                        .forEach(row -> got.add(row.toString()));
                return null;
            });
            return got.stream().map(AuthorSwapIT::masked).toList();
        }
    }

    /** A mail of another kind. */
    private static void ask(WritingRoom room, Caller sme) {
        AskForTask.Asked task = new AskForTask.Asked(room.sme(sme), new Work("Write items", null, null), null);
        room.byPm(() -> room.rig.get(AskForTask.class).ask(task));
    }

    /** All that the pages of the outbox show, by any filter, by any number in an address, and by trying anything again. */
    private static List<String> outbox(Rig rig, Caller reader) {
        OutboxQueries outbox = rig.get(OutboxQueries.class);
        List<String> got = new ArrayList<>();
        rig.as(reader, () -> {
            got.add(outbox.kinds().toString());
            got.add(outbox.health().toString());
            for (OutboxQueries.Filter filter : List.of(
                    new OutboxQueries.Filter(null, "", null, ""),
                    new OutboxQueries.Filter(null, "Ana", null, ""),
                    new OutboxQueries.Filter(null, "Bo", null, ""),
                    new OutboxQueries.Filter(null, "", null, "item-returned"),
                    new OutboxQueries.Filter(OutboxState.BOUNCED, "", null, ""))) {
                got.add(outbox.page(filter, PageRequest.first()).toString());
            }
            for (long id = 1; id <= 40; id++) {
                got.add(id + ": " + outbox.one(id));
                got.add(id + ": " + retried(rig, id));
            }
            return null;
        });
        return got;
    }

    private static String retried(Rig rig, long id) {
        try {
            rig.get(RetryMessage.class).retry(id);
            return "tried again";
        } catch (NotFound | Refused refused) {
            return refused.toString();
        }
    }

    private static String deletion(Rig rig, UUID sme) {
        return rig.get(DeletionQueries.class)
                .of(rig.get(OwnDataQueries.class).ofSme(sme))
                .toString();
    }

    /** Random ids differ in any two worlds. */
    private static String masked(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*")
                .replaceAll("ITM-[0-9A-Z]{4}", "*")
                .replaceAll("\\[id=[a-z0-9]{5},", "[id=*,");
    }
}
