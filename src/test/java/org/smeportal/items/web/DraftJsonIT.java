package org.smeportal.items.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.drafts.Drafts;
import org.smeportal.drafts.Typed;
import org.smeportal.items.Blueprint;
import org.smeportal.items.OpenDraft;
import org.smeportal.items.OwnItems;
import org.smeportal.items.SaveDraft;
import org.smeportal.items.SubmissionCheck;
import org.smeportal.items.WritingRoom;
import org.smeportal.platform.Text;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** What a save of the desk answers, and how many statements it takes (R5.1). */
class DraftJsonIT {
    private static final String DEVICE = "device-device-device00";
    private static final int MOST = 11;

    private static Rig rig;
    private static Caller author;
    private static WritingRoom room;
    private static UUID event;
    private static DraftJson answers;

    @BeforeAll
    static void open() {
        rig = Rig.start(WritingRoom.AT_NOON);
        room = new WritingRoom(rig);
        author = room.author("Ana Ruiz");
        event = room.workshop(author);
        answers = new DraftJson(
                rig.get(OwnItems.class), rig.get(Blueprint.class), rig.get(SubmissionCheck.class), rig.get(Text.class));
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private record Answer(JsonObject json, int statements) {}

    /** As the servlet does: the act, then its answer. */
    private static Answer post(UUID item, List<Typed> typed, int known) {
        return rig.as(author, () -> {
            rig.statements().reset();
            Drafts.Saved saved = rig.get(SaveDraft.class).save(item, DEVICE, known, typed);
            JsonObject json = answers.saved(item, saved, DEVICE, known).build();
            return new Answer(json, rig.statements().count());
        });
    }

    private static long views(UUID item) {
        return rig.count("select count(*) from item_view where item_id = ?1", room.id(item));
    }

    private static int seq(UUID item) {
        return rig.as(
                author, () -> rig.get(OpenDraft.class).open(item).content().seq());
    }

    @Test
    void whatTheLinterSaidIsNotSaidAgainWhileNothingChanged() {
        UUID item = room.items.draft(author, event, 2);
        int known = seq(item);
        long rows = views(item);
        Answer look = post(item, List.of(), known);
        assertThat(look.json()).doesNotContainKey("checks");
        assertThat(look.json().getInt("seq")).isEqualTo(known);
        assertThat(views(item)).as("rows of the access record").isEqualTo(rows);
        assertThat(post(item, List.of(), known - 1).json())
                .as("for a device that knows less")
                .containsKey("checks");
        assertThat(views(item)).isEqualTo(rows + 1);
        Answer change = post(item, List.of(new Typed("question", "Which is it?", known)), known);
        assertThat(change.json()).containsKey("checks");
        assertThat(look.statements())
                .as("statements of a look, of a change")
                .isLessThan(change.statements())
                .isLessThanOrEqualTo(4);
    }

    @Test
    void aSaveTakesAsManyStatementsForAnItemOfManyAsForTheFirst() {
        UUID item = room.items.draft(author, event, 2);
        // the first save of a device keeps the former state besides
        post(item, List.of(new Typed("question", "Which of two?", seq(item))), seq(item));
        int few = post(item, List.of(new Typed("question", "Which of three?", seq(item))), seq(item))
                .statements();
        for (int i = 0; i < 30; i++) {
            room.items.started(author, event, 1);
        }
        List<Typed> many = new ArrayList<>();
        int known = seq(item);
        for (String field : List.of("question", "scenario")) {
            many.add(new Typed(field, "Another text.", known));
        }
        for (int i = 0; i < 30; i++) {
            many.add(new Typed("option.o" + i + ".text", "Option " + i, 0));
        }
        assertThat(post(item, many, known).statements())
                .as("%s fields at once, one of 31 items", many.size())
                .isEqualTo(few)
                .isLessThanOrEqualTo(MOST);
    }
}
