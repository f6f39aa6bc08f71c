package org.smeportal.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smeportal.audit.AuditQueries;
import org.smeportal.kernel.PageRequest;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
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
                .contains("SubmitItem.submit", "StartItem.start", "Which change lets orders", "Name the service.");
    }

    private static List<String> world(boolean first) {
        try (Rig rig = Rig.start()) {
            WritingRoom room = new WritingRoom(rig);
            Caller ana = room.author("Ana Ruiz");
            Caller bo = room.author("Bo Lind");
            UUID event = room.workshop(ana, bo);
            UUID item = room.items.submitted(first ? ana : bo, event, 2);
            UUID other = room.items.submitted(first ? bo : ana, event, 3);
            rig.clock().advance(Duration.ofMinutes(5));
            JudgeSubmission judge = rig.get(JudgeSubmission.class);
            rig.as(room.pm, () -> judge.giveBack(new JudgeSubmission.Judgement(item, 1, "Name the service.")));
            room.items.submit(first ? ana : bo, item);
            rig.clock().advance(Duration.ofMinutes(5));
            rig.as(first ? bo : ana, () -> rig.get(WithdrawItem.class).withdraw(other));
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
                            .read(one, null, ItemViews.Kind.READ)
                            .toString());
                }
                return null;
            });
            rig.as(Rig.caller(room.pm.accountId(), "Ada Admin", "Europe/Lisbon", Role.ADMIN), () -> {
                rig.get(AuditQueries.class)
                        .page(new AuditQueries.Filter("", "", "", "", EVER, FAR, false), PageRequest.first())
                        .rows()
                        .forEach(row -> got.add(row.toString()));
                rig.get(OutboxQueries.class)
                        .page(new OutboxQueries.Filter(null, "", null, ""), PageRequest.first())
                        .rows()
                        .forEach(row -> got.add(row.toString()));
                return null;
            });
            return got.stream().map(AuthorSwapIT::masked).toList();
        }
    }

    /** Random ids differ in any two worlds. */
    private static String masked(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*")
                .replaceAll("ITM-[0-9A-Z]{4}", "*")
                .replaceAll("\\[id=[a-z0-9]{5},", "[id=*,");
    }
}
