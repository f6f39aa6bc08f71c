package org.smeportal.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.exams.ExamQueries;
import org.smeportal.items.JudgeSubmission;
import org.smeportal.items.WritingRoom;
import org.smeportal.items.WrittenItems;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemText;

/** Near-duplicates and enemies (R5.4) on the real database. */
class SimilarityIT {
    private static Rig rig;
    private static WritingRoom room;
    private static Caller ana;
    private static Caller ben;
    private static Caller writingPm;
    private static UUID workshop;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        room = new WritingRoom(rig);
        ana = room.author("Ana Sá");
        ben = room.author("Ben Ito");
        writingPm = room.author("Cleo Diaz", Role.PM);
        room.duty(writingPm, "SAP");
        workshop = room.workshop(ana, ben, writingPm);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    /** A text of words that no other item has; {@code topic} is one word. */
    private static ItemText about(String topic) {
        ItemText clean = WrittenItems.text(1);
        List<ItemOption> options = clean.options().stream()
                .map(option -> new ItemOption(
                        option.id(),
                        option.text() + " " + topic,
                        option.key(),
                        option.rationale(),
                        option.misconception()))
                .toList();
        String words = Stream.of("alpha", "beta", "gamma", "delta", "omega", "sigma", "kappa", "theta")
                .map(word -> topic + word)
                .collect(Collectors.joining(" "));
        return new ItemText(
                words + ".", "Which " + topic + "change fits the " + topic + "plan?", options, clean.references());
    }

    private static UUID submitted(Caller author, ItemText text) {
        UUID item = room.items.started(author, workshop, 1);
        room.items.fill(author, item, text);
        room.items.submit(author, item);
        return item;
    }

    private static UUID draft(Caller author, ItemText text) {
        UUID item = room.items.started(author, workshop, 1);
        room.items.fill(author, item, text);
        return item;
    }

    private static boolean similar(Caller author, UUID item) {
        return rig.as(author, () -> rig.get(CheckLikeness.class).ofDraft(item));
    }

    private static AlikeQueries.Pairs pairs(Caller pm) {
        return rig.as(pm, () -> rig.get(AlikeQueries.class).pairs(List.of(room.exam()), 0, PageRequest.first()));
    }

    private static boolean listed(UUID one, UUID other) {
        return pairs(room.pm).page().rows().stream()
                .anyMatch(row ->
                        Set.of(row.one().publicId(), row.other().publicId()).equals(Set.of(one, other)));
    }

    private static DecidePair.OfPair pair(UUID one, UUID other, String reason) {
        return new DecidePair.OfPair(one, 1, other, 1, reason);
    }

    private static void byPm(Caller pm, Runnable act) {
        rig.as(pm, act);
    }

    @Test
    void aWriterLearnsYesOrNoAboutOthersItemsAsSoonAsTheyAreHandedIn() {
        UUID mine = draft(ana, about("queue"));
        assertThat(similar(ana, mine)).isFalse();
        UUID bens = draft(ben, about("queue"));
        assertThat(similar(ana, mine))
                .as("drafts are compared with nothing that is a draft")
                .isFalse();
        room.items.submit(ben, bens);
        assertThat(similar(ana, mine)).isTrue();
        assertThat(similar(ana, draft(ana, about("ledger")))).isFalse();
        // once it did not make it, it is compared no more; at rest it still is
        rig.update("update item set status = 'REJECTED', ending = 'DUPLICATE' where public_id = ?1", bens.toString());
        assertThat(similar(ana, mine)).isFalse();
        rig.update("update item set status = 'RETIRED', ending = null where public_id = ?1", bens.toString());
        assertThat(similar(ana, mine)).isTrue();
    }

    @Test
    void onlyTheAuthorAsksOnlyOfADraftAndNotMoreThanTenTimesAnHour() {
        UUID mine = draft(ana, about("ticket"));
        assertThatThrownBy(() -> similar(ben, mine)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> similar(room.pm, mine)).isInstanceOf(Forbidden.class);
        for (int i = 0; i < CheckLikeness.MOST_ASKS; i++) {
            assertThat(similar(ana, mine)).isFalse();
        }
        assertThatThrownBy(() -> similar(ana, mine))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("similarity.refused.tooOften");
        UUID other = draft(ana, about("voucher"));
        assertThat(similar(ana, other)).as("each draft for itself").isFalse();
        rig.clock().advance(CheckLikeness.WINDOW);
        assertThat(similar(ana, mine)).isFalse();
        rig.get(HandedInItems.class).forgetAsks(rig.clock().instant());
        assertThat(rig.count("select count(*) from similarity_ask")).isZero();
        rig.clock().advance(CheckLikeness.WINDOW.negated());
        room.items.submit(ana, mine);
        assertThatThrownBy(() -> similar(ana, mine))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("items.refused.notWritable");
    }

    @Test
    void manyQuestionsAtOnceAreCountedToo() throws Exception {
        UUID mine = draft(ana, about("parcel"));
        List<Boolean> answered = Rig.atOnce(20, () -> {
            try {
                similar(ana, mine);
                return true;
            } catch (Refused tooOften) {
                return false;
            }
        });
        assertThat(answered.stream().filter(answer -> answer)).hasSize(CheckLikeness.MOST_ASKS);
    }

    @Test
    void aProgrammeManagerSeesThePairWithFiguresUntilItIsDecided() {
        UUID one = submitted(ana, about("harbour"));
        UUID other = submitted(ben, about("harbour"));
        submitted(ben, about("orchard"));
        AlikeQueries.Row row = pairs(room.pm).page().rows().stream()
                .filter(pair -> pair.one().publicId().equals(one)
                        || pair.other().publicId().equals(one))
                .findFirst()
                .orElseThrow();
        assertThat(row.figures().cosine()).isGreaterThan(.99);
        assertThat(row.figures().sameKey()).isTrue();
        assertThat(row.figures().sameOptions()).isTrue();
        assertThat(row.one().code()).isLessThan(row.other().code());
        byPm(room.pm, () -> rig.get(DecidePair.class).notAlike(pair(one, other, null)));
        assertThat(listed(one, other)).isFalse();
        // a new revision asks again
        byPm(
                room.pm,
                () -> rig.get(JudgeSubmission.class)
                        .giveBack(new JudgeSubmission.Judgement(one, 1, "Name the harbour.")));
        assertThat(listed(one, other)).isFalse();
        ItemText again = about("harbour");
        room.items.fill(
                ana,
                one,
                new ItemText(again.scenario() + " Anew.", again.question(), again.options(), again.references()));
        room.items.submit(ana, one);
        assertThat(listed(one, other)).isTrue();
        ComparePair.Comparison shown =
                rig.as(room.pm, () -> rig.get(ComparePair.class).of(one, other));
        assertThat(shown.decided().holds()).isFalse();
        assertThat(rig.count(
                        "select count(*) from item_view where kind = 'COMPARE' and item_id in (?1, ?2)",
                        room.id(one),
                        room.id(other)))
                .isEqualTo(2);
    }

    @Test
    void enemiesHaveASealedReasonAndAreKnownToWhoeverMakesForms() {
        UUID one = submitted(ana, about("falcon"));
        UUID other = submitted(ben, about("glacier"));
        assertThatThrownBy(() -> byPm(room.pm, () -> rig.get(DecidePair.class).enemies(pair(one, other, " "))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("similarity.refused.noReason");
        byPm(room.pm, () -> rig.get(DecidePair.class).enemies(pair(other, one, "One names the falcon of the other")));
        Enemies enemies = rig.get(Enemies.class);
        long a = room.id(one);
        long b = room.id(other);
        assertThat(enemies.are(a, b)).isTrue();
        assertThat(enemies.are(b, a)).isTrue();
        assertThat(enemies.among(List.of(a, b, 999L)))
                .containsExactly(new Enemies.Pair(Math.min(a, b), Math.max(a, b)));
        assertThat(enemies.among(List.of(a))).isEmpty();
        assertThat(rig.as(room.pm, () -> enemies.page("SAP", PageRequest.first()))
                        .rows())
                .anyMatch(row -> Set.of(row.one(), row.other()).equals(Set.of(one, other)));
        assertThat(rig.rows("select reason from item_pair where item_low = ?1", Math.min(a, b))
                        .toString())
                .doesNotContain("falcon");
        assertThat(rig.rows("select coalesce(detail, '') from audit_entry").toString())
                .doesNotContain("falcon");
        assertThat(rig.as(room.pm, () -> rig.get(ComparePair.class).of(one, other))
                        .decided()
                        .reason())
                .isEqualTo("One names the falcon of the other");
        byPm(room.pm, () -> rig.get(DecidePair.class).takeBack(pair(one, other, null)));
        assertThat(enemies.are(a, b)).isFalse();
        assertThatThrownBy(() -> byPm(room.pm, () -> rig.get(DecidePair.class).takeBack(pair(one, other, null))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("similarity.refused.nothing");
    }

    @Test
    void whoWroteOneLooksButDoesNotDecideAndOtherManagersFindNothing() {
        UUID one = submitted(writingPm, about("lantern"));
        UUID other = submitted(ben, about("lantern"));
        assertThat(rig.as(writingPm, () -> rig.get(ComparePair.class).of(one, other))
                        .figures()
                        .isDuplicate())
                .isTrue();
        assertThatThrownBy(() -> byPm(writingPm, () -> rig.get(DecidePair.class).notAlike(pair(one, other, null))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("items.refused.ownItem");
        assertThatThrownBy(() -> byPm(
                        room.pm,
                        () -> rig.get(DecidePair.class).notAlike(new DecidePair.OfPair(one, 2, other, 1, null))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("similarity.refused.changed");
        Caller elsewhere = room.author("Dora Lind", Role.PM);
        assertThatThrownBy(
                        () -> rig.as(elsewhere, () -> rig.get(ComparePair.class).of(one, other)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        rig.as(elsewhere, () -> rig.get(AlikeQueries.class).alike(one)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> byPm(elsewhere, () -> rig.get(DecidePair.class).notAlike(pair(one, other, null))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> rig.as(room.pm, () -> rig.get(ComparePair.class).of(one, one)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rig.as(ben, () -> rig.get(ComparePair.class).of(one, other)))
                .isInstanceOf(Forbidden.class);
        assertThat(rig.as(room.pm, () -> rig.get(AlikeQueries.class).alike(one)).neighbours())
                .extracting(neighbour -> neighbour.item().publicId())
                .contains(other);
    }

    @Test
    void nothingOfItIsOnDiskAndStatementsAreTheSameForTenAndForAThousand() throws IOException {
        for (int i = 0; i < 10; i++) {
            submitted(i % 2 == 0 ? ana : ben, about("meadow" + i));
        }
        Set<String> before = files();
        int atTen = statements();
        int enemiesAtTen = statementsOfEnemies();
        rig.update("""
                insert into item (public_id, code, exam_id, domain, status, status_since, revision, created_at)
                select uuid(), concat('T', lpad(seq, 7, '0')), ?1, 1, 'SUBMITTED', now(6), 1, now(6)
                from seq_1_to_1000""", room.exam());
        assertThat(rig.get(SimilarityIndex.class).refresh()).isGreaterThan(9);
        assertThat(statements()).isEqualTo(atTen).isLessThanOrEqualTo(5);
        assertThat(files()).isEqualTo(before);
        rig.update("""
                insert into item_pair (item_low, item_high, decision, revision_low, revision_high, reason, decided_at, decided_by)
                select min(i.id), j.id, 'ENEMIES', 1, 1, 'x', now(6), ?1 from item i join item j on j.id > i.id
                where i.code like 'T0%' and j.code like 'T0%' group by j.id""", room.pm.accountId());
        assertThat(statements()).isEqualTo(atTen);
        assertThat(statementsOfEnemies()).isEqualTo(enemiesAtTen).isEqualTo(2);
        rig.update("delete from item_pair where reason = 'x'");
        rig.update("delete from item where code like 'T0%'");
    }

    private static int statements() {
        pairs(room.pm);
        rig.statements().reset();
        rig.as(room.pm, () -> {
            AlikeQueries queries = rig.get(AlikeQueries.class);
            Collection<Long> exams =
                    queries.exams().stream().map(ExamQueries.Choice::id).toList();
            return queries.pairs(exams, 0, PageRequest.first());
        });
        return rig.statements().count();
    }

    private static int statementsOfEnemies() {
        rig.statements().reset();
        rig.as(room.pm, () -> rig.get(Enemies.class).page("", PageRequest.first()));
        return rig.statements().count();
    }

    private static Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        for (Path folder : List.of(Path.of(""), Path.of(System.getProperty("java.io.tmpdir")))) {
            try (Stream<Path> found = Files.list(folder.toAbsolutePath())) {
                found.map(Path::toString).forEach(files::add);
            }
        }
        return files;
    }
}
