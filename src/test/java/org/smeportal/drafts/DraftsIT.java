package org.smeportal.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.items.OpenDraft;
import org.smeportal.items.SaveDraft;
import org.smeportal.items.WritingRoom;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** Two devices, lost answers, late ones: no word of a draft is lost (R5.1). */
class DraftsIT {
    private static final String PHONE = "phone-phone-phone-phon";
    private static final String LAPTOP = "laptop-laptop-laptop-l";

    private static Rig rig;
    private static WritingRoom room;
    private static Caller author;
    private static UUID event;

    private UUID item;

    @BeforeAll
    static void open() {
        rig = Rig.start();
        room = new WritingRoom(rig);
        author = room.author("Ana Ruiz");
        event = room.workshop(author);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void start() {
        rig.clock().set(WritingRoom.AT_NOON);
        item = room.items.started(author, event, 1);
    }

    private Drafts.Saved save(String device, Typed... typed) {
        return rig.as(author, () -> rig.get(SaveDraft.class).save(item, device, 0, List.of(typed)));
    }

    private Drafts.Content content() {
        return rig.as(author, () -> rig.get(OpenDraft.class).open(item).content());
    }

    private int version(String field) {
        return content().fields().get(field).version();
    }

    private String value(String field) {
        return content().values().get(field);
    }

    private Drafts.Of draft() {
        return new Drafts.Of(room.id(item), item);
    }

    private List<Drafts.StateRow> states() {
        return rig.get(Drafts.class).states(draft());
    }

    @Test
    void twoDevicesOnDifferentFieldsBothSurvive() {
        save(PHONE, new Typed("scenario", "A company", 0));
        Drafts.Saved second = save(LAPTOP, new Typed("question", "Which one?", 0));
        assertThat(second.conflicts()).isEmpty();
        assertThat(second.content().values())
                .containsEntry("scenario", "A company")
                .containsEntry("question", "Which one?");
    }

    @Test
    void theSameFieldIsAnsweredWithTheOthersTextAndThenChosen() {
        save(PHONE, new Typed("question", "From the phone", 0));
        Drafts.Saved late = save(LAPTOP, new Typed("question", "From the laptop", 0), new Typed("scenario", "Kept", 0));
        assertThat(late.conflicts()).singleElement().satisfies(other -> {
            assertThat(other.value()).isEqualTo("From the phone");
            assertThat(other.writer()).isEqualTo(PHONE);
        });
        assertThat(late.stored()).extracting(Stored::field).containsExactly("scenario");
        assertThat(value("question")).isEqualTo("From the phone");

        Drafts.Saved chosen = save(
                LAPTOP,
                new Typed("question", "From the laptop", late.conflicts().get(0).version()));
        assertThat(chosen.conflicts()).isEmpty();
        assertThat(value("question")).isEqualTo("From the laptop");
        assertThat(states()).extracting(Drafts.StateRow::cause).contains(Drafts.Cause.DEVICE);
    }

    @Test
    void aLostAnswerAndARepeatedSaveAreNoConflict() {
        save(PHONE, new Typed("question", "Which", 0));
        int seq = content().seq();
        Drafts.Saved again = save(PHONE, new Typed("question", "Which", 0));
        assertThat(again.conflicts()).isEmpty();
        assertThat(again.stored()).extracting(Stored::value).containsExactly("Which");
        assertThat(content().seq()).isEqualTo(seq);
        assertThat(save(PHONE, new Typed("question", "Which one?", 0)).conflicts())
                .isEmpty();
        assertThat(value("question")).isEqualTo("Which one?");
    }

    @Test
    void anOlderDeviceThatComesLateOverwritesNothing() {
        save(PHONE, new Typed("question", "first", 0));
        int seen = version("question");
        save(PHONE, new Typed("question", "second", seen));
        Drafts.Saved late = save(LAPTOP, new Typed("question", "from the train", seen));
        assertThat(late.conflicts()).extracting(Stored::value).containsExactly("second");
        assertThat(value("question")).isEqualTo("second");
    }

    @Test
    void aPageOfAFormerDraftIsNoPageOfTheNextOne() {
        room.items.fill(author, item, org.smeportal.items.WrittenItems.text(1));
        int seen = version("question");
        room.items.submit(author, item);
        rig.as(
                room.pm,
                () -> rig.get(org.smeportal.items.JudgeSubmission.class)
                        .giveBack(new org.smeportal.items.JudgeSubmission.Judgement(item, 1, "Name the service.")));
        String returned = value("question");
        assertThat(save(LAPTOP, new Typed("question", "typed before it was handed in", seen))
                        .conflicts())
                .hasSize(1);
        assertThat(value("question")).isEqualTo(returned);
    }

    @Test
    void aFormerStateComesBackAndSoDoesWhatWasBefore() {
        save(PHONE, new Typed("question", "good", 0));
        rig.clock().advance(Duration.ofMinutes(3));
        save(PHONE, new Typed("question", "spoiled", 0), new Typed("scenario", "new", 0));
        int good = states().get(0).number();
        assertThat(rig.get(Drafts.class).state(draft(), good)).containsEntry("question", "good");

        rig.as(author, () -> rig.get(SaveDraft.class).restore(item, good));
        assertThat(value("question")).isEqualTo("good");
        assertThat(value("scenario")).isEmpty();
        Drafts.StateRow before = states().get(0);
        assertThat(before.cause()).isEqualTo(Drafts.Cause.RESTORE);

        assertThat(save(PHONE, new Typed("question", "typed in the open tab", 0))
                        .conflicts())
                .as("a tab that did not see it")
                .hasSize(1);
        rig.as(author, () -> rig.get(SaveDraft.class).restore(item, before.number()));
        assertThat(value("question")).isEqualTo("spoiled");
        assertThat(value("scenario")).isEqualTo("new");
    }

    @Test
    void statesAreKeptNowAndThenAndWhenAnotherDeviceWrites() {
        save(PHONE, new Typed("question", "1", 0));
        int first = states().size();
        save(PHONE, new Typed("question", "2", 0));
        assertThat(states()).hasSize(first);
        rig.clock().advance(Drafts.BETWEEN_STATES.plusSeconds(1));
        save(PHONE, new Typed("question", "3", 0));
        assertThat(states()).hasSize(first + 1);
        assertThat(states().get(0).cause()).isEqualTo(Drafts.Cause.TIME);
        save(LAPTOP, new Typed("scenario", "4", 0));
        assertThat(states()).hasSize(first + 2);
        assertThat(states().get(0).cause()).isEqualTo(Drafts.Cause.DEVICE);
    }

    @Test
    void whatIsTooLongOrUnseenIsSaidAndTheRestIsKept() {
        Drafts.Saved saved = save(
                PHONE,
                new Typed("scenario", "x".repeat(6001), 0),
                new Typed("option.a1.text", "a\u0007b", 0),
                new Typed("question", "Kept", 0));
        assertThat(saved.problems()).extracting(Drafts.Problem::field).containsExactly("scenario", "option.a1.text");
        assertThat(value("question")).isEqualTo("Kept");
        assertThat(value("scenario")).isNull();
        assertThatThrownBy(() -> save(PHONE, new Typed("colour", "red", 0)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.key()).isEqualTo("items.refused.noField"));
    }

    @Test
    void aFullDraftStillTakesChangesButNoMoreFields() {
        int room = DraftFields.MOST - content().fields().size();
        Typed[] all = IntStream.range(0, room)
                .mapToObj(i -> new Typed("option.o" + i + ".text", "x", 0))
                .toArray(Typed[]::new);
        save(PHONE, all);
        Typed[] changed = IntStream.range(0, room)
                .mapToObj(i -> new Typed("option.o" + i + ".text", "y", 0))
                .toArray(Typed[]::new);
        assertThat(save(PHONE, changed).stored()).hasSize(room);
        assertThatThrownBy(() -> save(PHONE, new Typed("option.more.text", "x", 0)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.key()).isEqualTo("drafts.refused.tooMany"));
    }

    @Test
    void twentyAtOnceLoseNothing() throws Exception {
        AtomicInteger number = new AtomicInteger();
        Rig.atOnce(20, () -> {
            int mine = number.incrementAndGet();
            return rig.as(
                    author,
                    () -> rig.get(SaveDraft.class)
                            .save(
                                    item,
                                    "device-device-device%02d".formatted(mine),
                                    0,
                                    List.of(
                                            new Typed("option.o" + mine + ".text", "by " + mine, 0),
                                            new Typed("question", "by " + mine, 0))));
        });
        for (int i = 1; i <= 20; i++) {
            assertThat(value("option.o" + i + ".text")).isEqualTo("by " + i);
        }
        assertThat(value("question")).startsWith("by ");
    }

    @Test
    void savingAndOpeningTakeTheSameFewStatementsHoweverMuchThereIs() {
        save(PHONE, new Typed("question", "1", 0));
        int[] few = {statements(() -> saveMany(2, "a")), statements(this::content)};
        saveMany(100, "b");
        int[] many = {statements(() -> saveMany(100, "c")), statements(this::content)};
        assertThat(many).isEqualTo(few);
        assertThat(many[0]).isLessThanOrEqualTo(12);
    }

    @Test
    void nobodyElseOpensOrSavesIt() {
        Caller other = room.author("Bo Lind");
        assertThatThrownBy(() -> rig.as(other, () -> rig.get(OpenDraft.class).open(item)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rig.as(
                        other,
                        () -> rig.get(SaveDraft.class).save(item, PHONE, 0, List.of(new Typed("question", "mine", 0)))))
                .isInstanceOf(NotFound.class);
    }

    private int statements(Runnable act) {
        rig.statements().reset();
        act.run();
        return rig.statements().count();
    }

    private Drafts.Saved saveMany(int fields, String value) {
        List<Typed> typed = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            typed.add(new Typed("option.o" + i + ".text", value, 0));
        }
        return save(PHONE, typed.toArray(Typed[]::new));
    }
}
