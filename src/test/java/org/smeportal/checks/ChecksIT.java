package org.smeportal.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.items.ItemQueries;
import org.smeportal.items.ItemViews;
import org.smeportal.items.ReadItem;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Duty;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Quality checks by duty (R6.4; state 5 of items.md) on the real database. */
class ChecksIT {
    private static Rig rig;
    private static CheckRoom checks;
    private static Caller edda;
    private static Caller tomas;
    private static Caller faye;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        checks = new CheckRoom(rig);
        edda = checks.checker("Edda Moe", Duty.EDITOR);
        tomas = checks.checker("Tomas Ek", Duty.TECHNICAL);
        faye = checks.checker("Faye Orr", Duty.FAIRNESS);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static List<UUID> queue(Caller checker) {
        return rig.as(
                checker,
                () -> rig.get(CheckQueries.class).page("", null, PageRequest.first()).rows().stream()
                        .map(CheckQueries.Row::item)
                        .toList());
    }

    private static boolean reads(Caller checker, UUID item, Duty duty) {
        return rig.as(checker, () -> rig.get(ReadToCheck.class).read(item, duty).isPresent());
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run).isInstanceOf(Refused.class).hasMessageContaining(key);
    }

    private static long signatures(UUID item) {
        return rig.count("""
                select count(*) from check_signature s join item_revision r on r.id = s.revision_id
                join item i on i.id = r.item_id where i.public_id = ?1""", item.toString());
    }

    @Test
    void theThirdSignatureMovesItToTheAlpha() {
        UUID item = checks.accepted();
        assertThat(List.of(edda, tomas, faye))
                .allSatisfy(one -> assertThat(queue(one)).contains(item));
        checks.sign(edda, item, Duty.EDITOR);
        assertThat(queue(edda)).as("signed").doesNotContain(item);
        checks.sign(faye, item, Duty.FAIRNESS);
        assertThat(checks.status(item)).isEqualTo("QC1");
        checks.sign(tomas, item, Duty.TECHNICAL);
        assertThat(checks.status(item)).isEqualTo("ALPHA_READY");
        assertThat(signatures(item)).isEqualTo(3);
        assertThat(reads(tomas, item, Duty.TECHNICAL)).as("R9.1").isFalse();
    }

    @Test
    void onePersonMayHoldAllDutiesAndSignsEach() {
        Caller all = checks.checker("Alla Three", Duty.EDITOR, Duty.TECHNICAL, Duty.FAIRNESS);
        UUID item = checks.accepted();
        for (Duty duty : Checklists.DUTIES) {
            checks.sign(all, item, duty);
        }
        assertThat(checks.status(item)).isEqualTo("ALPHA_READY");
    }

    @Test
    void everyQuestionEveryReferenceAndAReasonForEachNo() {
        UUID item = checks.accepted();
        SignRevision.Signing whole = checks.whole(edda, item, Duty.EDITOR);
        refused(() -> checks.sign(edda, with(whole, List.of(), whole.opened())), "checks.refused.unanswered");
        refused(() -> checks.sign(edda, with(whole, whole.answers(), Set.of())), "checks.refused.references");
        List<SignRevision.Answer> doubt = new ArrayList<>(whole.answers());
        doubt.set(0, new SignRevision.Answer(1, Mark.NO, "  "));
        refused(() -> checks.sign(edda, with(whole, doubt, whole.opened())), "checks.refused.noNote");
        assertThat(signatures(item)).isZero();

        doubt.set(0, new SignRevision.Answer(1, Mark.NO, "The zorvaquin is a term of the vendor."));
        checks.sign(edda, with(whole, doubt, whole.opened()));
        assertThat(rig.rows("select note from check_answer where note is not null"))
                .as("sealed (R9.4)")
                .isNotEmpty()
                .noneMatch(note -> note.toString().contains("zorvaquin"));
        long seen = views(item);
        ReadSignatures.Line line = signed(item).lines().get(0);
        assertThat(line.signature().notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains("zorvaquin"));
        assertThat(views(item)).as("a note may quote the item").isEqualTo(seen + 1);
        assertThat(rig.rows("select concat_ws(' ', subject, detail) from audit_entry where act like 'SignRevision%'"))
                .noneMatch(entry -> String.valueOf(entry).contains("zorvaquin"));
    }

    private static SignRevision.Signing with(
            SignRevision.Signing whole, List<SignRevision.Answer> answers, Set<String> opened) {
        return new SignRevision.Signing(
                whole.item(), whole.duty(), whole.revision(), whole.checklist(), answers, opened);
    }

    private static long views(UUID item) {
        return rig.count("select count(*) from item_view where item_id = ?1", checks.room.id(item));
    }

    private static ReadSignatures.Signed signed(UUID item) {
        return rig.as(checks.room.pm, () -> rig.get(ReadSignatures.class).of(item));
    }

    /** R6.1: no trace that it is there, whatever duty its author has. */
    @Test
    void theAuthorWithADutyNeitherSeesNorSignsNorFails() {
        UUID item = checks.accepted();
        SignRevision.Signing whole = checks.whole(edda, item, Duty.EDITOR);
        checks.give(checks.ana, Duty.EDITOR);
        assertThat(queue(checks.ana)).isEmpty();
        assertThat(rig.as(checks.ana, () -> rig.get(CheckQueries.class).waiting()))
                .isZero();
        assertThat(reads(checks.ana, item, Duty.EDITOR)).isFalse();
        assertThatThrownBy(() -> checks.sign(checks.ana, whole)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> checks.fail(checks.ana, item, Duty.EDITOR, "Mine."))
                .isInstanceOf(NotFound.class);
        assertThat(signatures(item)).isZero();
        rig.update("delete from exam_duty where account_id = ?1", checks.ana.accountId());
    }

    @Test
    void withoutTheDutyOrTheRoleThereIsNothing() {
        UUID item = checks.accepted();
        SignRevision.Signing whole = checks.whole(edda, item, Duty.EDITOR);
        long seen = views(item);
        assertThat(reads(tomas, item, Duty.EDITOR)).isFalse();
        assertThat(reads(checks.room.pm, item, Duty.EDITOR)).isFalse();
        assertThatThrownBy(() -> checks.sign(tomas, whole)).isInstanceOf(NotFound.class);
        Caller admin = Rig.caller(1, "Adam Min", "Europe/Berlin", Role.ADMIN);
        assertThatThrownBy(() -> checks.sign(admin, whole)).isInstanceOf(Forbidden.class);
        assertThat(views(item)).isEqualTo(seen);
        assertThat(reads(edda, item, Duty.EDITOR)).isTrue();
        assertThat(views(item)).as("R9.3").isEqualTo(seen + 1);
    }

    /** The author gets the reason without a name; a signature of the former revision is amber and does not count (R5.3). */
    @Test
    void whoeverFailsItSendsItBackAndAllCheckTheNextRevision() {
        UUID item = checks.accepted();
        checks.sign(edda, item, Duty.EDITOR);
        refused(() -> checks.fail(tomas, item, Duty.TECHNICAL, " "), "checks.refused.noReason");
        checks.fail(tomas, item, Duty.TECHNICAL, "The limit is 20 now.");
        assertThat(checks.status(item)).isEqualTo("REVISION");
        assertThat(queue(faye)).doesNotContain(item);
        ReadItem.Reading reading =
                rig.as(checks.room.pm, () -> rig.get(ReadItem.class).read(item, null, ItemViews.ViewKind.READ));
        assertThat(reading.comments())
                .singleElement()
                .satisfies(comment -> assertThat(comment.text()).isEqualTo("The limit is 20 now."));

        SignRevision.Signing old = checks.whole(faye, item, Duty.FAIRNESS);
        refused(() -> checks.sign(faye, old), "items.refused.movedOn");
        checks.room.items.fill(checks.ana, item, org.smeportal.items.WrittenItems.text(77));
        checks.room.items.submit(checks.ana, item);
        checks.accept(item);
        refused(() -> checks.sign(faye, old), "items.refused.movedOn");
        assertThat(queue(edda)).as("signs the new revision again").contains(item);
        ReadSignatures.Line amber = signed(item).lines().get(0);
        assertThat(amber.signature().revision()).isEqualTo(1);
        assertThat(amber.counts()).isFalse();
        checks.sign(tomas, item, Duty.TECHNICAL);
        checks.sign(faye, item, Duty.FAIRNESS);
        assertThat(checks.status(item))
                .as("two of this revision, one of the former")
                .isEqualTo("QC1");
        checks.sign(edda, item, Duty.EDITOR);
        assertThat(checks.status(item)).isEqualTo("ALPHA_READY");
    }

    @Test
    void twoWhoSignTheSameDutyAtOnceLeaveOneSignature() throws Exception {
        Caller second = checks.checker("Enno Two", Duty.EDITOR);
        UUID item = checks.accepted();
        List<Boolean> done = atOnce(
                signing(edda, checks.whole(edda, item, Duty.EDITOR)),
                signing(second, checks.whole(second, item, Duty.EDITOR)));
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(signatures(item)).isEqualTo(1);
    }

    @Test
    void theLastTwoDutiesAtOnceMoveItOnce() throws Exception {
        UUID item = checks.accepted();
        checks.sign(edda, item, Duty.EDITOR);
        List<Boolean> done = atOnce(
                signing(tomas, checks.whole(tomas, item, Duty.TECHNICAL)),
                signing(faye, checks.whole(faye, item, Duty.FAIRNESS)));
        assertThat(done).containsExactly(true, true);
        assertThat(checks.status(item)).isEqualTo("ALPHA_READY");
        assertThat(rig.count(
                        "select count(*) from item_move where item_id = ?1 and act = 'PASS'", checks.room.id(item)))
                .isEqualTo(1);
    }

    private static Callable<Boolean> signing(Caller checker, SignRevision.Signing signing) {
        return () -> {
            try {
                checks.sign(checker, signing);
                return true;
            } catch (Refused late) {
                assertThat(late).hasMessageContaining("checks.refused.signed");
                return false;
            }
        };
    }

    private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> results = new ArrayList<>();
        for (Callable<Boolean> act : List.of(one, other)) {
            results.add(threads.submit(() -> {
                together.await();
                return act.call();
            }));
        }
        List<Boolean> done = new ArrayList<>();
        for (Future<Boolean> result : results) {
            done.add(result.get());
        }
        threads.shutdown();
        return done;
    }

    @Test
    void enemiesAreCodesForWhomTheyAreAQuestion() {
        UUID item = checks.accepted();
        UUID other = checks.accepted();
        long one = checks.room.id(item);
        long two = checks.room.id(other);
        rig.update("""
                insert into item_pair (item_low, item_high, decision, revision_low, revision_high, reason, decided_at,
                    decided_by) values (?1, ?2, 'ENEMIES', 1, 1, 'x', now(6), ?3)""", Math.min(one, two), Math.max(one, two), checks.room.pm.accountId());
        String code =
                (String) rig.rows("select code from item where id = ?1", two).get(0);
        assertThat(rig.as(
                        edda,
                        () -> rig.get(ReadToCheck.class)
                                .read(item, Duty.EDITOR)
                                .orElseThrow()
                                .enemies()))
                .containsExactly(code);
        assertThat(rig.as(
                        faye,
                        () -> rig.get(ReadToCheck.class)
                                .read(item, Duty.FAIRNESS)
                                .orElseThrow()
                                .enemies()))
                .isEmpty();
        rig.update("delete from item_pair");
    }

    @Test
    void theQueueIsInTheOrderOfDaysAndCodesAndTakesTheSameStatementsForAThousand() {
        Caller reader = checks.checker("Rea Reader", Duty.EDITOR);
        UUID item = checks.accepted();
        int few = statements(reader, item);
        thousandMore();
        try {
            assertThat(statements(reader, item)).isEqualTo(few).isEqualTo(3 + 5);
            List<String> codes = rig.as(
                    reader,
                    () -> rig.get(CheckQueries.class).page("SAP", Duty.EDITOR, PageRequest.first()).rows().stream()
                            .map(CheckQueries.Row::code)
                            .toList());
            assertThat(codes).as("all of one day, whatever the hour").hasSizeGreaterThan(10);
            assertThat(codes)
                    .isEqualTo(rig.rows("select code from item where status = 'QC1' or editorial_revision is not null"
                            + " order by date(status_since), code limit " + codes.size()));
        } finally {
            rig.update("delete r from item_revision r join item i on i.id = r.item_id where i.code like 'Z0%'");
            rig.update("delete from item where code like 'Z0%'");
        }
    }

    /** Every third is an editorial change. */
    private static void thousandMore() {
        rig.update("""
                insert into item (public_id, code, exam_id, domain, status, status_since, revision, editorial_revision,
                    created_at)
                select uuid(), concat('Z', lpad(hex(seq), 7, '0')), ?1, 1, if(seq % 3, 'QC1', 'REVISION'),
                    timestampadd(minute, -seq * 37 % 1000, '2019-01-02 16:40:00'), 1, if(seq % 3, null, 1), now(6)
                from seq_1_to_1000""", checks.room.exam());
        rig.update("""
                insert into item_revision (item_id, number, domain, submitted_at, scenario, question, options, answer_key,
                    rationales, sources)
                select id, 1, 1, now(6), 'x', 'x', 'x', 'x', 'x', 'x' from item where code like 'Z0%'""");
    }

    /** Those of the list, and those of one check. */
    private static int statements(Caller reader, UUID item) {
        return rig.as(reader, () -> {
            rig.statements().reset();
            rig.get(CheckQueries.class).held();
            rig.get(CheckQueries.class).page("", null, PageRequest.first());
            rig.get(ReadToCheck.class).read(item, Duty.EDITOR);
            return rig.statements().count();
        });
    }

    @Test
    void onlyAProgrammeManagerOfTheExamReadsTheSignatures() {
        UUID item = checks.accepted();
        assertThat(signed(item).lines()).allMatch(line -> line.signature() == null && !line.counts());
        Caller elsewhere = checks.room.author("Else Where", Role.PM);
        assertThatThrownBy(() ->
                        rig.as(elsewhere, () -> rig.get(ReadSignatures.class).of(item)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> rig.as(edda, () -> rig.get(ReadSignatures.class).of(item)))
                .isInstanceOf(Forbidden.class);
        assertThat(rig.as(
                        checks.room.pm,
                        () -> rig.get(ItemQueries.class).one(item).publicId()))
                .isEqualTo(item);
    }
}
