package org.smeportal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.items.ExtendWriting;
import org.smeportal.items.ItemQueries;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.ItemViews;
import org.smeportal.items.JudgeSubmission;
import org.smeportal.items.ReadItem;
import org.smeportal.items.SeenQueries;
import org.smeportal.items.WritingRoom;
import org.smeportal.items.WrittenItems;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.linter.Rule;
import org.smeportal.platform.Xlsx;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.security.ViewerMark;
import org.smeportal.testing.Rig;
import org.smeportal.wording.ItemDiff;

/** The programme manager's side of items: counts, targets, reading, printing, who saw them; blind throughout (R6.1). */
class PipelineIT {
    private static Rig rig;
    private static WritingRoom room;
    private static Caller ana;
    private static Caller uma;
    private static UUID workshop;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        room = new WritingRoom(rig);
        ana = room.author("Ana Ruiz", Role.PM);
        room.duty(ana, "SAP");
        uma = room.author("Uma Lind");
        workshop = room.workshop(ana, uma);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static ItemQueries.Filter handedIn(Set<ItemStatus> among) {
        Instant later = rig.clock().instant().plus(Duration.ofDays(1));
        return new ItemQueries.Filter("", "SAP", 0, null, null, later, among, true, null);
    }

    private static List<ItemQueries.Row> list(Set<ItemStatus> among) {
        return room.byPm(() -> rig.get(ItemQueries.class)
                .page(handedIn(among), ItemQueries.SortField.AGE, new PageRequest(1, 200))
                .rows());
    }

    @Test
    void draftsAreCountedAndNotListed() {
        UUID draft = room.items.draft(ana, workshop, 3);
        UUID submitted = room.items.submitted(ana, workshop, 3);
        List<PipelineQueries.Count> counts =
                room.byPm(() -> rig.get(PipelineQueries.class).counts(room.exam()));
        assertThat(counts)
                .filteredOn(count -> count.domain() == 3)
                .extracting(PipelineQueries.Count::status, PipelineQueries.Count::items)
                .contains(tuple(ItemStatus.DRAFT, 1), tuple(ItemStatus.SUBMITTED, 1));
        assertThat(list(Set.of()))
                .extracting(ItemQueries.Row::publicId)
                .contains(submitted)
                .doesNotContain(draft);
        assertThatThrownBy(() -> room.byPm(() -> rig.get(ReadItem.class).read(draft, null, ItemViews.ViewKind.READ)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aReturnedItemLeavesTheSubmittedOnesAndItsReasonStaysWithTheRevision() {
        UUID item = room.items.submitted(ana, workshop, 1);
        assertThat(list(StateGroup.SUBMITTED.states()))
                .extracting(ItemQueries.Row::publicId)
                .contains(item);
        room.byPm(() -> {
            rig.get(JudgeSubmission.class).giveBack(new JudgeSubmission.Judgement(item, 1, "Say which queue."));
            return null;
        });
        assertThat(list(StateGroup.SUBMITTED.states()))
                .extracting(ItemQueries.Row::publicId)
                .doesNotContain(item);
        room.items.fill(ana, item, WrittenItems.text(900));
        room.items.submit(ana, item);
        ReadItem.Reading now = room.byPm(() -> rig.get(ReadItem.class).read(item, null, ItemViews.ViewKind.READ));
        assertThat(now.revision()).isEqualTo(2);
        assertThat(now.before()).isNotNull();
        assertThat(now.comments()).singleElement().satisfies(comment -> {
            assertThat(comment.revision()).isEqualTo(1);
            assertThat(comment.text()).isEqualTo("Say which queue.");
        });
        assertThat(ItemDiff.between(now.before(), now.text()))
                .extracting(ItemDiff.Field::part)
                .contains(ItemDiff.Part.SCENARIO, ItemDiff.Part.REFERENCE);
    }

    @Test
    void targetsAreStoredByDomainNotedInTheTrailAndRefusedWhenTheyAreNone() {
        set(null, Map.of(1, 40, 2, 10));
        set(workshop, Map.of(1, 4));
        set(null, Map.of(2, 0));
        assertThat(domains(null)).containsExactly(tuple(1, 40), tuple(2, 0), tuple(3, 0));
        assertThat(domains(room.people.eventId(workshop))).containsExactly(tuple(1, 4), tuple(2, 0), tuple(3, 0));
        assertThat(room.people.lines("select changes from audit_entry where act = 'SetTargets.set' order by id"))
                .element(0)
                .asString()
                .contains("1 Design: 0 → 40");
        assertThatThrownBy(() -> set(null, Map.of(1, 10_000))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> set(null, Map.of(17, 1))).isInstanceOf(NotFound.class);
        assertThat(domains(null)).contains(tuple(1, 40));
        assertThat(room.byPm(() -> rig.get(ForecastQueries.class).exams()))
                .singleElement()
                .satisfies(exam -> assertThat(exam.forecast().wanted()).isEqualTo(40));
    }

    private static void set(UUID event, Map<Integer, Integer> wanted) {
        room.byPm(() -> {
            rig.get(SetTargets.class).set(new SetTargets.Targets("SAP", event, wanted));
            return null;
        });
    }

    private static List<org.assertj.core.groups.Tuple> domains(Long event) {
        return room.byPm(() -> rig.get(PipelineQueries.class).domains(room.exam(), event)).stream()
                .map(domain -> tuple(domain.number(), domain.wanted()))
                .toList();
    }

    @Test
    void whoSawAnItemIsListedButForItsAuthorWhateverTheyWereThen() {
        UUID item = room.items.submitted(ana, workshop, 2);
        UUID other = room.items.submitted(uma, workshop, 2);
        room.byPm(() -> rig.get(ReadItem.class).read(item, 1, ItemViews.ViewKind.READ));
        room.byPm(() -> rig.get(PrintItem.class).print(new PrintItem.Wanted(item, 1)));
        rig.as(ana, () -> rig.get(ReadItem.class).read(item, 1, ItemViews.ViewKind.READ));
        rig.as(ana, () -> rig.get(ReadItem.class).read(other, 1, ItemViews.ViewKind.READ));

        assertThat(seen(SeenQueries.Filter.ofItem(item)))
                .extracting(SeenQueries.Row::name, SeenQueries.Row::kind)
                .containsExactly(
                        tuple("Priya Nair", ItemViews.ViewKind.PRINT), tuple("Priya Nair", ItemViews.ViewKind.READ));
        UUID account = UUID.fromString((String) rig.rows("select public_id from account where id = ?1", ana.accountId())
                .get(0));
        assertThat(seen(new SeenQueries.Filter(null, null, null, account, null, null)))
                .as("what one person saw, without what they wrote")
                .extracting(SeenQueries.Row::item)
                .containsExactly(other);
        String file = room.byPm(() -> new String(
                rig.get(ExportSeen.class).file(new ExportSeen.Wanted(SeenQueries.Filter.ofItem(item))),
                StandardCharsets.UTF_8));
        assertThat(file).contains("Priya Nair", "PRINT").doesNotContain("Ana Ruiz");
        String mark = rig.get(ViewerMark.class).of(room.pm.accountId());
        assertThat(mark)
                .matches("[2-9A-Z]{8}")
                .isNotEqualTo(rig.get(ViewerMark.class).of(ana.accountId()));
        assertThat(room.byPm(() -> rig.get(SeenQueries.class).marked(mark)))
                .hasValueSatisfying(viewer -> assertThat(viewer.name()).isEqualTo("Priya Nair"));
        assertThat(room.people.lines("select act from audit_entry where act = 'PrintItem.print'"))
                .hasSize(1);
    }

    private static List<SeenQueries.Row> seen(SeenQueries.Filter filter) {
        return room.byPm(() ->
                rig.get(SeenQueries.class).page(filter, PageRequest.first()).rows());
    }

    @Test
    void theListAsAFileHasCodesAndDaysAndNeitherTextNorHourNorAuthor() {
        room.items.submitted(ana, workshop, 1);
        String file = room.byPm(() -> new String(
                rig.get(ExportItems.class)
                        .file(new ExportItems.Wanted(handedIn(Set.of()), ItemQueries.SortField.CODE, false)),
                StandardCharsets.UTF_8));
        assertThat(file).contains("\"SUBMITTED\",\"2020-02-1").doesNotContain("orders", "Ana", "11:00", "T11");
        byte[] workbook = room.byPm(() -> rig.get(ExportItems.class)
                .file(new ExportItems.Wanted(handedIn(Set.of()), ItemQueries.SortField.CODE, true)));
        assertThat(Xlsx.read(workbook))
                .as("the same lines")
                .hasSize((int) file.lines().count())
                .first()
                .satisfies(line -> assertThat(line.fields()).startsWith("code", "exam", "domain"));
    }

    @Test
    void whatMovedOnOneDayStandsInTheOrderOfCodes() {
        for (int i = 0; i < 5; i++) {
            room.items.submitted(ana, workshop, 2);
            rig.clock().set(rig.clock().instant().plusSeconds(600));
        }
        List<String> codes = list(StateGroup.SUBMITTED.states()).stream()
                .filter(row -> row.domain() != null && row.domain() == 2)
                .map(ItemQueries.Row::code)
                .toList();
        assertThat(codes).hasSizeGreaterThanOrEqualTo(5).isSorted();
    }

    @Test
    void itemsOfOtherExamsAreNotThere() {
        Caller stranger = room.author("Stan Other", Role.PM);
        UUID item = room.items.submitted(ana, workshop, 1);
        Callable<?> counts = () -> rig.get(PipelineQueries.class).counts(room.exam());
        assertThat((List<?>) rig.as(stranger, counts)).isEmpty();
        assertThat(rig.as(stranger, () -> rig.get(PipelineQueries.class).workshop(workshop)))
                .isEmpty();
        assertThat(rig.as(
                        stranger,
                        () -> rig.get(SeenQueries.class).page(SeenQueries.Filter.ofItem(item), PageRequest.first())))
                .satisfies(page -> assertThat(page.total()).isZero());
        assertThatThrownBy(() -> rig.as(stranger, () -> rig.get(PrintItem.class).print(new PrintItem.Wanted(item, 1))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rig.as(
                        stranger,
                        () -> rig.get(SetTargets.class).set(new SetTargets.Targets("SAP", null, Map.of(1, 1)))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aPageOfAnItemStaysWithinItsBudgetOfStatements() {
        UUID item = room.items.submitted(ana, workshop, 1);
        int count = room.byPm(() -> {
            rig.statements().reset();
            ItemQueries.Row row = rig.get(ItemQueries.class).one(item);
            rig.get(ReadItem.class).read(item, 1, ItemViews.ViewKind.READ);
            rig.get(ItemQueries.class).steps(row.id());
            return rig.statements().count();
        });
        assertThat(count).isLessThanOrEqualTo(8);
    }

    /** The pipeline opens where the items are. */
    @Test
    void theBusiestExamIsTheOneWithMostItemsThatAreNotOver() {
        room.items.submitted(ana, workshop, 1);
        assertThat(room.byPm(() -> rig.get(PipelineQueries.class).busiest())).hasValue("SAP");
        rig.update("update item set status = 'REJECTED', ending = 'WITHDRAWN'");
        assertThat(room.byPm(() -> rig.get(PipelineQueries.class).busiest())).isEmpty();
    }

    @Test
    void moreTimeReachesEveryDraftOfTheWorkshop() {
        room.items.started(ana, workshop, 1);
        Instant until = Instant.parse("2020-03-20T17:00:00Z");
        int drafts = room.byPm(() -> rig.get(ExtendWriting.class).extend(new ExtendWriting.Extension(workshop, until)));
        assertThat(room.byPm(() -> rig.get(PipelineQueries.class).workshop(workshop)))
                .hasValueSatisfying(found -> {
                    assertThat(found.writeUntil()).isEqualTo(until);
                    assertThat(found.drafts()).isEqualTo(drafts);
                });
    }

    @Test
    void everyQueryNeedsTheSameStatementsAtTenAndAThousandRows() {
        rows(10);
        List<Integer> ten = statements();
        rows(1000);
        assertThat(statements()).isEqualTo(ten);
        assertThat(ten).containsExactly(1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 2, 1, 1, 1);
        List<WaiverQueries.Row> rules =
                room.byPm(() -> rig.get(WaiverQueries.class).rules(new WaiverQueries.Filter("SAP", null, null)));
        assertThat(rules)
                .filteredOn(rule -> rule.rule() == Rule.L7)
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.found()).isEqualTo(1010);
                    assertThat(rule.share()).isEqualTo(50);
                });
    }

    @Test
    void itemsAreCountedByTheTaskThatTheyAreFor() {
        room.items.submitted(ana, workshop, 1);
        room.items.draft(ana, workshop, 1);
        int before = tasks();
        room.items.submitted(ana, workshop, 1);
        room.items.submitted(ana, workshop, 2);
        assertThat(tasks()).as("drafts and domains without tasks count nowhere").isEqualTo(before + 1);
    }

    private static int tasks() {
        return room.byPm(() -> rig.get(PipelineQueries.class).tasks()).stream()
                .filter(count -> count.domain() == 1 && count.task() == 1)
                .mapToInt(PipelineQueries.TaskCount::items)
                .sum();
    }

    @Test
    void aWaivedRuleLeadsToTheItemsWhosePresentRevisionLeavesItAsItIs() {
        UUID waived = room.items.submitted(ana, workshop, 1);
        UUID other = room.items.submitted(ana, workshop, 1);
        UUID former = room.items.submitted(ana, workshop, 1);
        for (UUID item : List.of(waived, former)) {
            rig.update("""
                    insert into revision_finding (revision_id, place, rule, level, field, waiver)
                    select r.id, 90, 'L8', 'WARNING', 'options', '-' from item_revision r join item i on i.id = r.item_id
                    where i.public_id = ?1""", item.toString());
        }
        rig.update("update item set revision = 2 where public_id = ?1", former.toString());
        rig.update("""
                insert into revision_finding (revision_id, place, rule, level, field, waiver)
                select r.id, 91, 'L8', 'WARNING', 'options', null from item_revision r join item i on i.id = r.item_id
                where i.public_id = ?1""", other.toString());
        Instant later = rig.clock().instant().plus(Duration.ofDays(1));
        List<ItemQueries.Row> rows = room.byPm(() -> rig.get(ItemQueries.class)
                .page(
                        new ItemQueries.Filter("", "SAP", 0, null, null, later, Set.of(), true, Rule.L8),
                        ItemQueries.SortField.AGE,
                        new PageRequest(1, 200))
                .rows());
        rig.update("update item set revision = 1 where public_id = ?1", former.toString());
        assertThat(rows).extracting(ItemQueries.Row::publicId).containsExactly(waived);
    }

    private static void rows(int count) {
        String numbers = " from seq_1_to_" + count;
        int before = (int) rig.count("select count(*) from item where code like 'Q%'");
        rig.update("""
                insert into item (public_id, code, exam_id, event_id, domain, status, status_since, revision, created_at)
                select uuid(), concat('Q', lpad(?3 + seq, 6, '0')), ?1, ?2, 1 + seq mod 3, 'QC1', '2020-02-05', 1, '2020-02-01'
                """ + numbers, room.exam(), room.people.eventId(workshop), before);
        rig.update("""
                insert into item_revision (item_id, number, domain, submitted_at, scenario, question, options, answer_key,
                    rationales, sources)
                select i.id, 1, i.domain, '2020-02-05', '-', '-', '-', '-', '-', '-' from item i
                where i.code like 'Q%' and not exists (select 1 from item_revision r where r.item_id = i.id)""");
        rig.update("""
                insert into revision_finding (revision_id, place, rule, level, field, waiver)
                select r.id, 0, 'L7', 'WARNING', 'options', if(r.id mod 2 = 0, '-', null) from item_revision r
                    join item i on i.id = r.item_id
                where i.code like 'Q%' and not exists (select 1 from revision_finding f where f.revision_id = r.id)""");
        rig.update("""
                insert into item_view (item_id, revision, account_id, kind, at)
                select i.id, 1, ?1, 'READ', '2020-02-06' from item i where i.code like 'Q%'""", room.pm.accountId());
    }

    private static List<Integer> statements() {
        long exam = room.exam();
        PipelineQueries pipeline = rig.get(PipelineQueries.class);
        ItemQueries items = rig.get(ItemQueries.class);
        SeenQueries seen = rig.get(SeenQueries.class);
        SeenQueries.Filter all = new SeenQueries.Filter(null, null, null, null, null, null);
        List<Callable<?>> reads = List.of(
                pipeline::exams,
                () -> pipeline.counts(exam),
                () -> pipeline.domains(exam, null),
                () -> pipeline.workshops(exam),
                pipeline::workshopChoices,
                pipeline::tasks,
                () -> rig.get(ForecastQueries.class).exams(),
                () -> rig.get(ForecastQueries.class).of(exam),
                () -> items.page(handedIn(Set.of()), ItemQueries.SortField.AGE, PageRequest.first()),
                () -> items.all(handedIn(Set.of()), ItemQueries.SortField.CODE),
                () -> seen.page(all, PageRequest.first()),
                () -> seen.all(all),
                () -> seen.marked("ABCDEFGH"),
                () -> rig.get(WaiverQueries.class).rules(new WaiverQueries.Filter("", null, null)));
        return reads.stream()
                .map(read -> room.byPm(() -> {
                    rig.statements().reset();
                    read.call();
                    return rig.statements().count();
                }))
                .toList();
    }
}
