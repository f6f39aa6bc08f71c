package org.smeportal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.items.WritingRoom;
import org.smeportal.kernel.NotFound;
import org.smeportal.linter.FormFinding;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** L27 on what was handed in: counts and codes, no text, no line in the access record (R9.3), blind (R6.1). */
class CheckSetIT {
    private static Rig rig;
    private static WritingRoom room;
    private static Caller ana;
    private static UUID workshop;
    private static List<UUID> items;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        room = new WritingRoom(rig);
        ana = room.author("Ana Ruiz");
        workshop = room.workshop(ana);
        items = IntStream.range(0, 12)
                .mapToObj(i -> room.items.submitted(ana, workshop, 1 + i % 3))
                .toList();
        room.items.draft(ana, workshop, 1);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static CheckSet.Result check(UUID event) {
        return room.byPm(() -> rig.get(CheckSet.class).check(new CheckSet.Wanted("SAP", event)));
    }

    @Test
    void keysAtOnePlaceAndLongestKeysAreCountedAndNothingElseIsTold() {
        CheckSet.Result result = check(null);
        assertThat(result.figures().items()).as("drafts are their authors'").isEqualTo(12);
        assertThat(result.figures().places()).containsExactly(12, 0, 0, 0);
        assertThat(result.findings())
                .extracting(FormFinding::message)
                .contains("found.form.positions", "found.form.longest");
        assertThat(result.toString()).doesNotContain("readers", "queue", "Ana");
        assertThat(check(workshop).figures()).isEqualTo(result.figures());
        assertThat(check(UUID.randomUUID()).figures().items()).isZero();
    }

    @Test
    void enemiesInTheSetAreNamedByTheirCodes() {
        rig.update(
                """
                insert into item_pair (item_low, item_high, decision, revision_low, revision_high, reason,
                    decided_at, decided_by)
                select min(i.id), max(i.id), 'ENEMIES', 1, 1, '-', now(6), ?1 from item i where i.public_id in (?2, ?3)""", room.pm.accountId(), items.get(0).toString(), items.get(1).toString());
        CheckSet.Result result = check(null);
        rig.update("delete from item_pair");
        assertThat(result.findings())
                .filteredOn(finding -> finding.message().equals("found.form.enemies"))
                .singleElement()
                .satisfies(pair -> assertThat(pair.items().stream().map(result.items()::get))
                        .containsExactlyInAnyOrder(items.get(0), items.get(1)));
    }

    @Test
    void theActIsInTheTrailAndTheAccessRecordStaysAsItIs() {
        long seen = rig.count("select count(*) from item_view where account_id = ?1", room.pm.accountId());
        long before = rig.count("select count(*) from audit_entry where act = 'CheckSet.check'");
        check(workshop);
        assertThat(rig.count("select count(*) from item_view where account_id = ?1", room.pm.accountId()))
                .isEqualTo(seen);
        assertThat(rig.count("select count(*) from audit_entry where act = 'CheckSet.check'"))
                .isEqualTo(before + 1);
    }

    @Test
    void whoIsNotProgrammeManagerOfTheExamIsRefused() {
        Caller stranger = room.author("Stan Other", Role.PM);
        assertThatThrownBy(() ->
                        rig.as(stranger, () -> rig.get(CheckSet.class).check(new CheckSet.Wanted("SAP", null))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void asManyStatementsForFewAsForMany() {
        int few = statements();
        for (int i = 0; i < 12; i++) {
            room.items.submitted(ana, workshop, 2);
        }
        int many = statements();
        rig.update("update item set status = 'REJECTED' where domain = 2 and public_id not in ('"
                + String.join("','", items.stream().map(UUID::toString).toList()) + "')");
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(8);
    }

    private static int statements() {
        return room.byPm(() -> {
            rig.statements().reset();
            rig.get(CheckSet.class).check(new CheckSet.Wanted("SAP", null));
            return rig.statements().count();
        });
    }
}
