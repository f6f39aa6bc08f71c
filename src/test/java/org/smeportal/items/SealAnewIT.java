package org.smeportal.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.drafts.Typed;
import org.smeportal.platform.PortalConfig;
import org.smeportal.security.Caller;
import org.smeportal.security.SecretBox;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;

/** Texts of items under the portal's secret: moved ones do not open, and the secret changes while people write (R9.4). */
class SealAnewIT {
    private static final String NEW = "new:bmV4dC1vbmx5LXNlY3JldC0zMi1ieXRlcy1sb25nLSE=";
    private static final String SIGNATURE = "6f0c2b1e-7d52-4f3a-9a53-0b7f3f1f2a01";
    private static final String DEVICE = "device-device-device00";

    private EmbeddedDatabase.Connection database;
    private StoryClock clock;
    private Rig rig;
    private WritingRoom room;
    private Caller author;
    private UUID handedIn;
    private UUID returned;

    @BeforeEach
    void start() {
        database = EmbeddedDatabase.fresh();
        clock = new StoryClock(WritingRoom.AT_NOON);
        rig = rig(Rig.SECRET);
        room = new WritingRoom(rig);
        author = room.author("Ana Ruiz");
        UUID event = room.workshop(author);
        handedIn = room.items.submitted(author, event, 2);
        returned = room.items.submitted(author, event, 2);
        rig.as(
                room.pm,
                () -> rig.get(JudgeSubmission.class)
                        .giveBack(new JudgeSubmission.Judgement(returned, 1, "Name the service.")));
        rig.update("""
                insert into check_signature (public_id, revision_id, duty, checklist_id, account_id, signed_at)
                select ?1, min(r.id), 'EDITOR', (select min(id) from checklist), ?2, now(6) from item_revision r""", SIGNATURE, author.accountId());
        rig.update(
                "insert into check_answer select id, 1, 'NO', ?1 from check_signature",
                rig.get(org.smeportal.wording.ItemBox.class)
                        .seal("check:" + SIGNATURE + ":1", "A term of the vendor."));
        save(rig, "The first question?");
        clock.advance(Duration.ofMinutes(3));
        save(rig, "The second question?");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private Rig rig(String secret) {
        PortalConfig config = new PortalConfig(
                URI.create("https://portal.example.org"),
                secret,
                PortalConfig.NO_SMTP,
                Optional.empty(),
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                Optional.empty(),
                List.of(),
                true,
                false);
        return Rig.on(database.url(), database.user(), database.password(), clock, config);
    }

    private void save(Rig by, String question) {
        by.as(author, () -> {
            var stored =
                    by.get(OpenDraft.class).open(returned).content().fields().get("question");
            return by.get(SaveDraft.class)
                    .save(returned, DEVICE, 0, List.of(new Typed("question", question, stored.version())));
        });
    }

    private ReadItem.Reading read(Rig by, UUID item) {
        return by.as(room.pm, () -> by.get(ReadItem.class).read(item, null, ItemViews.ViewKind.READ));
    }

    private OpenDraft.Desk open(Rig by) {
        return by.as(author, () -> by.get(OpenDraft.class).open(returned));
    }

    private long old() {
        long count = 0;
        for (String column : List.of(
                "item_revision.scenario",
                "item_revision.question",
                "item_revision.options",
                "item_revision.answer_key",
                "item_revision.rationales",
                "item_revision.sources",
                "revision_comment.text",
                "check_answer.note",
                "draft.journal_key",
                "draft_field.value",
                "draft_state.text")) {
            String[] parts = column.split("\\.");
            count += rig.count("select count(*) from " + parts[0] + " where " + parts[1] + " not like '1.new.%'");
        }
        return count;
    }

    @Test
    void theSecretChangesWhileAnAuthorWrites() throws Exception {
        ReadItem.Reading before = read(rig, handedIn);
        byte[] journal = open(rig).journalKey();
        try (Rig changing = rig(NEW + "," + Rig.SECRET)) {
            var writing = java.util.concurrent.Executors.newSingleThreadExecutor();
            var last = writing.submit(() -> {
                for (int i = 0; i < 15; i++) {
                    save(changing, "Question number " + i + "?");
                }
            });
            SealAnew anew = changing.get(SealAnew.class);
            assertThat(anew.run()).isPositive();
            last.get();
            writing.shutdown();
            int rounds = 0;
            while (anew.run() > 0) {
                assertThat(++rounds).isLessThan(50);
            }
            assertThat(old()).isZero();
            changing.statements().reset();
            assertThat(anew.run()).isZero();
            assertThat(changing.statements().count()).as("done: one question").isEqualTo(1);
        }
        try (Rig after = rig(NEW)) {
            assertThat(read(after, handedIn)).isEqualTo(before);
            assertThat(open(after).content().values()).containsEntry("question", "Question number 14?");
            assertThat(open(after).journalKey()).isEqualTo(journal);
            String note = (String) after.rows("select note from check_answer").get(0);
            assertThat(after.get(org.smeportal.wording.ItemBox.class).open("check:" + SIGNATURE + ":1", note))
                    .isEqualTo("A term of the vendor.");
            long item = room.id(returned);
            int state = (int) rig.count("select min(number) from draft_state where item_id = ?1", item);
            assertThat(after.as(author, () -> after.get(OpenDraft.class).state(returned, state))
                            .then())
                    .isNotEmpty();
        }
    }

    @Test
    void oneTextThatDoesNotOpenStopsNoOther() {
        rig.update("update draft_field set value = concat(left(value, 20), 'AAAA', substr(value, 25)) where field ="
                + " 'scenario'");
        try (Rig changing = rig(NEW + "," + Rig.SECRET)) {
            while (changing.get(SealAnew.class).run() > 0) {
                assertThat(old()).isPositive();
            }
            assertThat(old()).isEqualTo(1);
        }
    }

    @Test
    void textsThatChangedPlacesDoNotOpen() {
        long first = room.id(handedIn);
        long second = room.id(returned);
        refused(
                "between fields",
                "update item_revision set scenario = question where item_id = " + first,
                () -> read(rig, handedIn));
        refused(
                "between items",
                "update item_revision a join item_revision b on b.item_id = " + first
                        + " set a.options = b.options where a.item_id = " + second,
                () -> read(rig, returned));
        refused(
                "between fields of a draft",
                "update draft_field a join draft_field b on b.item_id = a.item_id and b.field = 'scenario'"
                        + " set a.value = b.value where a.field = 'question'",
                () -> open(rig));
        refused(
                "between versions of a field",
                "update draft_field set version = version - 1 where field = 'question'",
                () -> open(rig));
        refused("between revisions", "update item_revision set number = 2 where item_id = " + first, () -> {
            rig.update("update item set revision = 2 where id = ?1", first);
            read(rig, handedIn);
        });
    }

    private void refused(String what, String sql, Runnable read) {
        assertThat(rig.update(sql)).as(what).isPositive();
        assertThatThrownBy(read::run).as(what).isInstanceOf(SecretBox.Unopenable.class);
    }
}
