package org.smeportal.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Duty;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Checklists are changed by new versions, and signatures keep theirs (R6.4), on the real database. */
class ChecklistsIT {
    private static Rig rig;
    private static CheckRoom checks;
    private static Caller admin;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        checks = new CheckRoom(rig);
        admin = Rig.caller(1, "Adam Min", "Europe/Berlin", Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static OptionalInt change(Caller caller, Duty duty, int basis, List<String> lines) {
        return rig.as(
                caller,
                () -> rig.get(ChangeChecklist.class).change(new ChangeChecklist.NewVersion(duty, basis, lines)));
    }

    private static ChecklistQueries.Version current(Duty duty) {
        return rig.as(admin, () -> rig.get(ChecklistQueries.class).current(duty));
    }

    private static ChecklistQueries.Shown version(Duty duty, int number) {
        return rig.as(admin, () -> rig.get(ChecklistQueries.class).version(duty, number));
    }

    private static List<String> more(ChecklistQueries.Version version, String question) {
        List<String> lines = new ArrayList<>(version.asked().texts());
        lines.add(question);
        return lines;
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run).isInstanceOf(Refused.class).hasMessageContaining(key);
    }

    @Test
    void aChangeIsANewVersionAndSignaturesKeepTheOneThatTheyAnswered() {
        Caller edda = checks.checker("Edda Moe", Duty.EDITOR);
        Caller faye = checks.checker("Faye Orr", Duty.FAIRNESS);
        Caller enno = checks.checker("Enno Two", Duty.EDITOR);
        UUID item = checks.accepted();
        UUID other = checks.accepted();
        checks.sign(faye, item, Duty.FAIRNESS);
        checks.sign(enno, other, Duty.EDITOR);
        SignRevision.Signing open = checks.whole(edda, item, Duty.EDITOR);
        ChecklistQueries.Version before = current(Duty.EDITOR);
        assertThat(before.by()).isEqualTo("SME Portal");
        assertThat(before.signatures()).isEqualTo(1);
        assertThat(before.waiting()).as("of the two, one is signed").isEqualTo(1);

        rig.clock().advance(Duration.ofHours(1));
        List<String> lines = new ArrayList<>(before.asked().texts());
        String last = lines.remove(7);
        lines.set(0, "It  is clear.\n");
        lines.add(0, last);
        assertThat(change(admin, Duty.EDITOR, 1, lines)).hasValue(2);

        refused(() -> checks.sign(edda, open), "checks.refused.checklist");
        checks.sign(edda, item, Duty.EDITOR);
        assertThat(rig.as(checks.room.pm, () -> rig.get(ReadSignatures.class).of(item))
                        .lines())
                .filteredOn(line -> line.signature() != null)
                .extracting(line -> line.signature().checklist())
                .containsExactly(2, 1);
        ChecklistQueries.Shown shown = version(Duty.EDITOR, 2);
        assertThat(shown.isInForce()).isTrue();
        assertThat(shown.version().by()).isEqualTo("Adam Min");
        assertThat(shown.version().since()).isEqualTo(rig.clock().instant());
        assertThat(shown.version().signatures()).isEqualTo(1);
        assertThat(shown.version().waiting()).isZero();
        assertThat(shown.version().asked().texts())
                .startsWith(last, "It is clear.")
                .hasSize(8);
        assertThat(shown.before()).isNotNull();
        assertThat(shown.before().asked()).as("never changed").isEqualTo(before.asked());
        assertThat(shown.before().signatures()).isEqualTo(1);
        assertThat(version(Duty.EDITOR, 1).isInForce()).isFalse();
        assertThat(version(Duty.EDITOR, 1).before()).isNull();
        assertThat(current(Duty.FAIRNESS).number()).as("a list of its own").isEqualTo(1);
        assertThat(rig.rows("select changes from audit_entry where act = 'ChangeChecklist.change'"
                        + " and subject = 'checklist:EDITOR'"))
                .singleElement()
                .asString()
                .contains("version: 1 → 2");
    }

    @Test
    void whatIsRefusedOrTheSameMakesNoVersion() {
        ChecklistQueries.Version now = current(Duty.TECHNICAL);
        refused(() -> change(admin, Duty.TECHNICAL, now.number(), List.of()), "checks.refused.noQuestion");
        refused(
                () -> change(
                        admin,
                        Duty.TECHNICAL,
                        now.number(),
                        more(now, now.asked().texts().get(3))),
                "checks.refused.questionTwice");
        refused(
                () -> change(admin, Duty.TECHNICAL, now.number() - 1, more(now, "Is it new?")),
                "checks.refused.listChanged");
        assertThat(change(admin, Duty.TECHNICAL, now.number(), now.asked().texts()))
                .isEmpty();
        assertThat(current(Duty.TECHNICAL)).isEqualTo(now);
        assertThatThrownBy(() -> change(admin, Duty.PM, 1, List.of("Is it?"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> version(Duty.TECHNICAL, now.number() + 1)).isInstanceOf(NotFound.class);
    }

    @Test
    void ofTwoAtOnceTheSecondIsToldAndNothingOfTheFirstIsLost() throws Exception {
        ChecklistQueries.Version now = current(Duty.TECHNICAL);
        List<String> done = Rig.atOnce(2, () -> {
            String question = "Asked by " + Thread.currentThread().getName() + "?";
            try {
                change(admin, Duty.TECHNICAL, now.number(), more(now, question));
                return question;
            } catch (Refused late) {
                assertThat(late).hasMessageContaining("checks.refused.listChanged");
                return "";
            }
        });
        ChecklistQueries.Version then = current(Duty.TECHNICAL);
        assertThat(then.number()).isEqualTo(now.number() + 1);
        assertThat(done)
                .contains("")
                .filteredOn(question -> !question.isEmpty())
                .singleElement()
                .isEqualTo(then.asked().texts().get(8));
    }

    @Test
    void onlyWhoRunsTheSettingsOfTheProgrammeChangesIt() {
        for (Role role : List.of(Role.PM, Role.SME)) {
            assertThatThrownBy(() -> change(
                            Rig.caller(2, "Some One", "Europe/Berlin", role), Duty.FAIRNESS, 1, List.of("Is it fair?")))
                    .isInstanceOf(Forbidden.class);
        }
        assertThat(current(Duty.FAIRNESS).number()).isEqualTo(1);
    }

    @Test
    void aThousandVersionsTakeTheStatementsOfTen() {
        versions(3, 10);
        List<Integer> few = statements();
        versions(11, 1000);
        assertThat(statements()).isEqualTo(few).isEqualTo(List.of(2, 3, 2));
        assertThat(rig.as(admin, () -> rig.get(ChecklistQueries.class).versions(Duty.FAIRNESS, PageRequest.number(2)))
                        .rows())
                .first()
                .satisfies(row -> assertThat(row.number())
                        .isEqualTo(1000 - PageRequest.first().size()));
        rig.update("delete q from checklist_question q join checklist c on c.id = q.checklist_id"
                + " where c.duty = 'FAIRNESS' and c.number > 1");
        rig.update("delete from checklist where duty = 'FAIRNESS' and number > 1");
    }

    private static void versions(int from, int to) {
        rig.update("""
                insert into checklist (duty, number, created_at) select 'FAIRNESS', seq, now(6)
                from seq_%d_to_%d""".formatted(from, to));
        rig.update("""
                insert into checklist_question select c.id, 1, concat('Is it ', c.number, '?') from checklist c
                where c.duty = 'FAIRNESS' and c.number between %d and %d""".formatted(from, to));
    }

    private static List<Integer> statements() {
        ChecklistQueries queries = rig.get(ChecklistQueries.class);
        return rig.as(
                admin,
                () -> List.of(
                        counted(queries::current),
                        counted(() -> queries.version(Duty.FAIRNESS, 10)),
                        counted(() -> queries.versions(Duty.FAIRNESS, PageRequest.first()))));
    }

    private static int counted(Runnable reading) {
        rig.statements().reset();
        reading.run();
        return rig.statements().count();
    }
}
