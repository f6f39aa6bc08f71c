package org.smeportal.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Who reads an item when (R9.1), and that each reading is in the access record once (R9.3). */
class WhoReadsIT {
    /** D the draft, O the own item's text, o without its text, R what was handed in; - nothing. */
    private static final String MATRIX = """
            moment           author  otherSme pm  otherPm admin nobody
            draft            Do      -        -   -       -     -
            timeOver         Do      -        -   -       -     -
            submitted        O       -        R   -       -     -
            returned         DO      -        R   -       -     -
            rejected         O       -        R   -       -     -
            afterFeedback    o       -        R   -       -     -
            qualityCheck     o       -        R   -       -     -
            """;

    private static Rig rig;
    private static WritingRoom room;

    @BeforeAll
    static void open() {
        rig = Rig.start();
        room = new WritingRoom(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void everyRoleReadsWhatTheMatrixSaysAndNothingElse() {
        Caller author = room.author("Ana Ruiz");
        Caller otherSme = room.author("Bo Lind");
        UUID event = room.workshop(author, otherSme);
        rig.update("insert into exam (code, name, level, version_year) values ('OTH', 'Other', 'Pro', 2020)");
        Caller otherPm = pmOf("OTH");
        Caller admin = Rig.caller(room.pm.accountId(), "Ada Admin", "Europe/Lisbon", Role.ADMIN);
        List<Caller> callers =
                List.of(author, otherSme, room.pm, otherPm, admin, new Caller(null, "", ZoneOffset.UTC, Set.of()));
        List<String> lines = MATRIX.lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.strip().split("\\s+");
            rig.clock().set(WritingRoom.AT_NOON);
            UUID item = at(cells[0], author, event);
            for (int i = 0; i < callers.size(); i++) {
                String expected = cells[i + 1].equals("-") ? "" : cells[i + 1];
                assertThat(reads(callers.get(i), item))
                        .as(cells[0] + " by " + lines.get(0).strip().split("\\s+")[i + 1])
                        .isEqualTo(expected);
            }
        }
    }

    private static Caller pmOf(String exam) {
        Caller pm = room.author("Paula Else", Role.PM);
        room.duty(pm, exam);
        return Rig.caller(pm.accountId(), "Paula Else", "Europe/Lisbon", Role.PM);
    }

    private static UUID at(String moment, Caller author, UUID event) {
        UUID item = moment.equals("draft") || moment.equals("timeOver")
                ? room.items.draft(author, event, 2)
                : room.items.submitted(author, event, 2);
        var judgement = new JudgeSubmission.Judgement(item, 1, "Name the service.");
        switch (moment) {
            case "timeOver" -> rig.clock().advance(Duration.ofDays(20));
            case "returned" ->
                rig.as(room.pm, () -> rig.get(JudgeSubmission.class).giveBack(judgement));
            case "rejected", "afterFeedback" ->
                rig.as(room.pm, () -> rig.get(JudgeSubmission.class).duplicate(judgement));
            case "qualityCheck" -> rig.update("update item set status = 'QC1' where public_id = ?1", item.toString());
            default -> assertThat(moment).isIn("draft", "submitted");
        }
        if (moment.equals("afterFeedback")) {
            rig.clock().advance(OwnItems.FEEDBACK.plusDays(1));
        }
        return item;
    }

    /** Tries every way to read; counts rows of the access record around each. */
    private static String reads(Caller caller, UUID item) {
        List<String> found = new ArrayList<>();
        read(
                caller,
                item,
                () -> rig.get(OpenDraft.class).open(item).content().values().size() > 0 ? "D" : "",
                found);
        read(caller, item, () -> rig.get(ReadOwnItem.class).read(item).text() == null ? "o" : "O", found);
        read(
                caller,
                item,
                () -> rig.get(ReadItem.class)
                                        .read(item, null, ItemViews.ViewKind.READ)
                                        .text()
                                == null
                        ? ""
                        : "R",
                found);
        return String.join("", found);
    }

    private static void read(Caller caller, UUID item, Callable<String> way, List<String> found) {
        long before = views(item);
        String how;
        try {
            how = rig.as(caller, way);
        } catch (NotFound | Forbidden no) {
            how = "";
        }
        boolean text = !how.isEmpty() && !how.equals("o");
        assertThat(views(item) - before)
                .as("rows of the access record for '" + how + "'")
                .isEqualTo(text ? 1 : 0);
        if (!how.isEmpty()) {
            found.add(how);
        }
    }

    private static long views(UUID item) {
        return rig.count("select count(*) from item_view where item_id = ?1", room.id(item));
    }
}
