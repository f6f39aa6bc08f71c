package org.smeportal.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.attendance.Workshops;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Tasks outside of events (R8.5): asked, told, recorded, dropped, counted in hours. */
class TasksIT {
    private static final LocalDate TODAY = LocalDate.of(2020, 2, 3);
    private static Rig rig;
    private static Workshops people;
    private static int accounts;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        people = new Workshops(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void atNine() {
        rig.clock().set(Instant.parse("2020-02-03T09:00:00Z"));
    }

    /** An SME with an account, signed in. */
    private record Person(UUID sme, Caller caller) {}

    private static Person person(String name) {
        UUID sme = people.sme(name);
        String email = "task" + ++accounts + "@example.org";
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), ?1, ?2, 'Europe/Lisbon', 'ACTIVE', 'n', now(6))""", email, name);
        long account = rig.count("select id from account where email = ?1", email);
        rig.update("update sme set account_id = ?1 where public_id = ?2", account, sme.toString());
        return new Person(sme, Rig.caller(account, name, "Europe/Lisbon", Role.SME));
    }

    private static Work work(String title) {
        return new Work(title, null, null);
    }

    private static UUID ask(Person person, String title, LocalDate due) {
        return people.byPm(() -> rig.get(AskForTask.class).ask(new AskForTask.Asked(person.sme(), work(title), due)));
    }

    private static void done(Person person, UUID task, LocalDate on, String hours) {
        rig.as(person.caller(), () -> rig.get(TellTask.class).done(new TellTask.Done(task, on, hours)));
    }

    private static void tell(Person person, Work work, LocalDate on, String hours) {
        tell(person, UUID.randomUUID(), work, on, hours);
    }

    private static void tell(Person person, UUID form, Work work, LocalDate on, String hours) {
        rig.as(person.caller(), () -> rig.get(TellTask.class).tell(new TellTask.Told(form, work, on, hours)));
    }

    private static TaskQueries tasks() {
        return rig.get(TaskQueries.class);
    }

    private static List<String> open(Person person) {
        return tasks().open(person.caller().accountId(), 10).stream()
                .map(TaskQueries.Row::title)
                .toList();
    }

    @Test
    void whatAProgrammeManagerAsksForStandsOnTheSmesListUntilItIsToldWithItsHours() {
        Person ana = person("Ana Sá");
        UUID references = ask(ana, "Check ten references", TODAY.plusDays(9));
        ask(ana, "Read the blueprint", TODAY.plusDays(3));
        assertThat(open(ana)).containsExactly("Read the blueprint", "Check ten references");
        done(ana, references, TODAY, "1:30");
        assertThat(open(ana)).containsExactly("Read the blueprint");
        assertThat(tasks().doneSum(ana.caller().accountId(), 2020)).isEqualTo(new TaskQueries.Sum(1, 90));
        assertThat(tasks().doneSum(ana.caller().accountId(), 2019)).isEqualTo(new TaskQueries.Sum(0, 0));
        assertThat(tasks().doneYears(ana.caller().accountId())).containsExactly(2020);
        assertThatThrownBy(() -> done(ana, references, TODAY, "2"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tasks.refused.over");
    }

    @Test
    void askingMailsTheSmeOnceAndRecordingMailsNobody() {
        Person ana = person("Ana <Sá>");
        long exam = rig.count("select min(id) from exam");
        people.byPm(() -> rig.get(AskForTask.class)
                .ask(new AskForTask.Asked(
                        ana.sme(), new Work("Look at <this>", "Line one\nline two", exam), TODAY.plusDays(1))));
        people.byPm(() -> rig.get(AskForTask.class)
                .record(new AskForTask.Recorded(ana.sme(), work("Recorded"), TODAY.minusDays(1), "0.5")));
        List<?> sent = rig.rows(
                "select m.id from outbox_message m join sme s on s.email = m.recipient where s.public_id = ?1",
                ana.sme().toString());
        assertThat(sent).hasSize(1);
        Mail mail = rig.get(OutboxQueries.class)
                .one(Sql.number(sent.get(0)))
                .orElseThrow()
                .mail();
        assertThat(mail.subject()).isEqualTo("A task for you: Look at <this>");
        assertThat(mail.text())
                .contains("Priya Nair asks you for a task: Look at <this>", "Tuesday 4 February 2020", "line two")
                .contains("Architect");
        assertThat(mail.html()).contains("Look at &lt;this&gt;").doesNotContain("<this>");
    }

    @Test
    void ownWorkAndRecordedWorkCountAlike() {
        Person ana = person("Ana Sá");
        tell(ana, work("Gave a talk"), TODAY, "2");
        people.byPm(() -> rig.get(AskForTask.class)
                .record(new AskForTask.Recorded(ana.sme(), work("Proofread"), TODAY.minusYears(1), "0:45")));
        assertThat(tasks().doneSum(ana.caller().accountId(), null)).isEqualTo(new TaskQueries.Sum(2, 165));
        assertThat(tasks().done(ana.caller().accountId(), null, PageRequest.first())
                        .rows())
                .extracting(TaskQueries.Row::title, TaskQueries.Row::addedBy, TaskQueries.Row::hours)
                .containsExactly(tuple("Gave a talk", "Ana Sá", "2:00"), tuple("Proofread", "Priya Nair", "0:45"));
    }

    @Test
    void aFormThatIsSentTwiceTellsOnceAndAnotherPersonsFormIsTheirOwn() {
        Person ana = person("Ana Sá");
        Person rui = person("Rui Sá");
        UUID form = UUID.randomUUID();
        tell(ana, form, work("Gave a talk"), TODAY, "2");
        tell(ana, form, work("Gave a talk"), TODAY, "2");
        tell(rui, form, work("Gave a talk"), TODAY, "3");
        assertThat(tasks().doneSum(ana.caller().accountId(), null)).isEqualTo(new TaskQueries.Sum(1, 120));
        assertThat(tasks().doneSum(rui.caller().accountId(), null)).isEqualTo(new TaskQueries.Sum(1, 180));
    }

    @Test
    void ownWorkHasALimitADayAndAskedForWorkHasNone() {
        Person ana = person("Ana Sá");
        for (int i = 0; i < TellTask.MOST_A_DAY; i++) {
            tell(ana, work("Talk " + i), TODAY, "1");
        }
        assertThatThrownBy(() -> tell(ana, work("One more"), TODAY, "1"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tasks.refused.many");
        done(ana, ask(ana, "Asked for", TODAY), TODAY, "1");
        assertThat(tasks().doneSum(ana.caller().accountId(), null).done()).isEqualTo(TellTask.MOST_A_DAY + 1);
    }

    @Test
    void daysAndHoursThatCannotBeAreRefusedAndLeaveNothing() {
        Person ana = person("Ana Sá");
        long before = rig.count("select count(*) from sme_task");
        assertThatThrownBy(() -> tell(ana, work("Tomorrow"), TODAY.plusDays(1), "1"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> tell(ana, work("No day"), null, "1")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> tell(ana, work("Nothing"), TODAY, "0")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> tell(ana, work("Too much"), TODAY, "1001")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> tell(ana, new Work("No exam", null, 987654L), TODAY, "1"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ask(ana, "Yesterday", TODAY.minusDays(1))).isInstanceOf(Refused.class);
        assertThat(rig.count("select count(*) from sme_task")).isEqualTo(before);
    }

    @Test
    void todayIsThatOfWhoTells() {
        Person ana = person("Ana Sá");
        rig.clock().set(Instant.parse("2020-02-03T23:30:00Z"));
        Caller east = Rig.caller(ana.caller().accountId(), "Ana Sá", "Asia/Tokyo", Role.SME);
        assertThatThrownBy(() -> tell(ana, work("Late"), TODAY.plusDays(1), "1"))
                .isInstanceOf(Refused.class);
        tell(new Person(ana.sme(), east), work("Late"), TODAY.plusDays(1), "1");
        assertThat(tasks().doneSum(ana.caller().accountId(), 2020).done()).isEqualTo(1);
    }

    @Test
    void aTaskIsNobodysBusinessButThatOfItsSme() {
        Person ana = person("Ana Sá");
        Person jamal = person("Jamal Okafor");
        UUID task = ask(ana, "Private", null);
        assertThat(tasks().own(task, ana.caller().accountId())).isPresent();
        assertThat(tasks().own(task, jamal.caller().accountId())).isEmpty();
        assertThat(open(jamal)).isEmpty();
        assertThatThrownBy(() -> done(jamal, task, TODAY, "1")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> done(ana, UUID.randomUUID(), TODAY, "1")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        rig.as(jamal.caller(), () -> rig.get(AskForTask.class).drop(task)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> people.byPm(() -> {
                    rig.get(TellTask.class).done(new TellTask.Done(task, TODAY, "1"));
                    return null;
                }))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> people.byPm(
                        () -> rig.get(AskForTask.class).ask(new AskForTask.Asked(UUID.randomUUID(), work("x"), null))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aDroppedTaskLeavesTheListAndCannotBeTold() {
        Person ana = person("Ana Sá");
        UUID task = ask(ana, "Not needed", null);
        rig.as(people.pm, () -> rig.get(AskForTask.class).drop(task));
        assertThat(open(ana)).isEmpty();
        assertThatThrownBy(() -> done(ana, task, TODAY, "1")).isInstanceOf(Refused.class);
    }

    @Test
    void theListFiltersBySmeStateAndYearAndSumsTheHoursOfWhatItShows() {
        Person ana = person("Filter Ana");
        ask(ana, "Open one", null);
        tell(ana, work("This year"), TODAY, "1");
        tell(ana, work("Last year"), TODAY.minusYears(1), "2");
        assertThat(titles("Filter Ana", null, null)).containsExactly("Open one", "This year", "Last year");
        assertThat(titles("Filter Ana", TaskState.OPEN, null)).containsExactly("Open one");
        assertThat(titles("Filter Ana", TaskState.DONE, 2019)).containsExactly("Last year");
        assertThat(titles("filter%", null, null)).isEmpty();
        assertThat(tasks().sum(new TaskQueries.Filter("Filter Ana", null, 2019)))
                .isEqualTo(new TaskQueries.Sum(1, 120));
        assertThat(tasks().years()).contains(2019);
    }

    private static List<String> titles(String search, TaskState state, Integer year) {
        return tasks().page(new TaskQueries.Filter(search, state, year), PageRequest.first()).rows().stream()
                .map(TaskQueries.Row::title)
                .toList();
    }

    @Test
    void bothListsTakeTheSameStatementsAtTenAndAThousandTasks() {
        Person ana = person("Many tasks");
        many(ana, 10);
        int ten = statements(ana);
        many(ana, 990);
        assertThat(statements(ana)).isEqualTo(ten);
    }

    private static void many(Person person, int count) {
        for (int i = 0; i < count; i++) {
            rig.update("""
                    insert into sme_task (public_id, sme_id, title, state, done_on, minutes, added_by, created_at)
                    select uuid(), s.id, 'Task', 'DONE', '2018-05-05', 60, 'x', now(6) from sme s where s.public_id = ?1""", person.sme().toString());
        }
    }

    private static int statements(Person person) {
        TaskQueries.Filter all = new TaskQueries.Filter("", null, null);
        rig.statements().reset();
        tasks().page(all, PageRequest.first());
        tasks().sum(all);
        tasks().years();
        int list = rig.statements().count();
        rig.statements().reset();
        long account = person.caller().accountId();
        tasks().open(account, 100);
        tasks().done(account, null, PageRequest.first());
        tasks().doneSum(account, null);
        tasks().doneYears(account);
        int own = rig.statements().count();
        assertThat(list).isLessThanOrEqualTo(8);
        assertThat(own).isLessThanOrEqualTo(8);
        return 100 * list + own;
    }
}
