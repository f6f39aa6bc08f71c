package org.smeportal.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.badges.AwardQueries;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.events.EventCard;
import org.smeportal.invitations.Answer;
import org.smeportal.invitations.CandidateQueries;
import org.smeportal.invitations.InvitationStatus;
import org.smeportal.invitations.PanelStory;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Relay;
import org.smeportal.security.Caller;
import org.smeportal.smes.ChangeSme;
import org.smeportal.smes.CreateSme;
import org.smeportal.smes.ExportSmes;
import org.smeportal.smes.SmeQueries;
import org.smeportal.testing.Rig;
import org.smeportal.years.PeopleMet;
import org.smeportal.years.ProgrammeYears;

/** What a deletion leaves (R1.5): nothing of the person, all that counts. */
class DeletionIT {
    /** The only column that keeps a name: nothing in the trail is ever changed. */
    private static final String TRAIL = "audit_entry.actor";

    private static Rig rig;
    private static int people;
    private PanelStory story;
    private Traces gone;
    private Traces other;
    private long event;
    private long mailsBefore;

    @BeforeAll
    static void begin() {
        rig = Rig.start();
        rig.update("insert into exam (code, name, level, version_year) values ('SAP', 'Architect', 'Pro', 2020)");
    }

    @BeforeEach
    void start() {
        story = new PanelStory(rig);
        mailsBefore = rig.count("select coalesce(max(id), 0) from outbox_message");
        String own = "x".repeat(++people) + "q";
        long pm = story.pm.accountId() == null ? 0 : story.pm.accountId();
        event = Traces.pastEvent(rig, pm);
        gone = new Traces(rig, "qzora" + own, event, pm);
        other = new Traces(rig, "wkiro" + own, event, pm);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private void delete() {
        delete("delete", DemoAccounts.PASSWORD);
    }

    private void delete(String word, String password) {
        rig.as(
                gone.caller(),
                () -> rig.get(DeleteOwnData.class).delete(new DeleteOwnData.Proof(word, password, "192.0.2.1")));
    }

    /** Every text of every table is looked through, so a table that comes tomorrow is looked through too. */
    private Set<String> whereIs(String word) {
        Map<String, List<String>> tables = new TreeMap<>();
        for (Object row : rig.rows("""
                select table_name, column_name from information_schema.columns
                where table_schema = database() and data_type in ('char', 'varchar', 'text', 'mediumtext', 'longtext', 'json')""")) {
            Object[] column = (Object[]) row;
            tables.computeIfAbsent((String) column[0], table -> new ArrayList<>())
                    .add((String) column[1]);
        }
        Set<String> found = new TreeSet<>();
        tables.forEach((table, columns) -> {
            String sums = columns.stream()
                    .map("coalesce(sum(lower(`%s`) like ?1), 0)"::formatted)
                    .collect(Collectors.joining(", "));
            Object row = rig.rows("select %s from `%s`".formatted(sums, table), "%" + word + "%")
                    .get(0);
            Object[] counts = row instanceof Object[] several ? several : new Object[] {row};
            for (int at = 0; at < counts.length; at++) {
                if (((Number) counts[at]).longValue() > 0) {
                    found.add(table + "." + columns.get(at));
                }
            }
        });
        return found;
    }

    @Test
    void nothingOfThePersonIsFoundInAnyTable() {
        assertThat(whereIs(gone.word)).hasSizeGreaterThan(30);
        Set<Object> preferences = preferences();
        Set<String> others = whereIs(other.word);
        delete();
        assertThat(whereIs(gone.word))
                .as("until the last mail has left, its row knows where to")
                .containsExactlyInAnyOrder(TRAIL, "outbox_message.recipient", "outbox_message.recipient_name");
        rig.as(Caller.SYSTEM, () -> rig.get(Relay.class).run());
        assertThat(whereIs(gone.word)).containsExactly(TRAIL);
        assertThat(rig.count("""
                        select count(*) from outbox_message where kind = 'data-deleted' and state = 'KEPT'
                        and id > ?1""", mailsBefore)).isEqualTo(1);
        assertThat(whereIs(other.word)).as("nobody else is touched").isEqualTo(others);
        assertThat(preferences)
                .as("what somebody chose goes, and is not made again by the last mail")
                .contains(gone.email());
        preferences.remove(gone.email());
        assertThat(preferences()).isEqualTo(preferences).contains(other.email());
    }

    private static Set<Object> preferences() {
        return new TreeSet<>(rig.rows("select address from mail_preference"));
    }

    @Test
    void aLastMailThatBouncedKeepsItsAddressNoLonger() {
        delete();
        rig.update("""
                update outbox_message set state = 'BOUNCED', last_error = ?2
                where kind = 'data-deleted' and recipient = ?1""", gone.email(), "no " + gone.word + " here");
        rig.get(LastMails.class).sweep();
        assertThat(whereIs(gone.word)).containsExactly(TRAIL);
    }

    @Test
    void whatCountsStaysWhole() {
        List<Object> before = figures();
        delete();
        assertThat(figures()).isEqualTo(before);
    }

    private List<Object> figures() {
        List<Object> all = new ArrayList<>();
        var year = rig.get(ProgrammeYears.class).of(2020, PageRequest.first());
        all.add(year.toString());
        all.add(rig.get(ProgrammeYears.class).of(2019, PageRequest.first()).toString());
        all.add(rig.get(AwardQueries.class).page("", null, PageRequest.first()).total());
        all.add(rig.get(PeopleMet.class).page(other.id, "", PageRequest.first()).all());
        for (String sql : List.of(
                "select sum(minutes) from attendance_result",
                "select count(*) from attendance_entry",
                "select count(*) from invitation where event_id = " + event + " and status = 'ACCEPTED'",
                "select taken from seat_pool where event_id = " + event,
                "select avg(overall) * 100 from feedback",
                "select sum(minutes) from sme_task where state = 'DONE'",
                "select count(*) from award where state = 'ACTIVE'",
                "select count(*) from application where state = 'ACCEPTED'",
                "select count(*) from application_score",
                "select count(*) from sme")) {
            all.add(rig.count(sql));
        }
        return all;
    }

    @Test
    void theSeatPassesToTheFirstInTheQueue() {
        EventCard coming = story.event(1);
        UUID next = story.sme("Nora Next", "Europe/Lisbon");
        List<String> tokens = story.invited(coming, List.of(gone.sme, next));
        assertThat(story.answer(tokens.get(0), Answer.YES)).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.answer(tokens.get(1), Answer.YES)).isEqualTo(InvitationStatus.WAITLISTED);
        var effects = rig.as(
                gone.caller(),
                () -> rig.get(DeletionQueries.class)
                        .of(rig.get(OwnDataQueries.class).ofAccount(gone.account)));
        assertThat(effects.seats()).isEqualTo(1);
        assertThat(effects.attended()).isEqualTo(1);
        assertThat(effects.badges()).isEqualTo(2);

        delete();

        assertThat(story.status(tokens.get(1))).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.count(coming, InvitationStatus.DECLINED)).isEqualTo(1);
        assertThatThrownBy(() -> story.answer(tokens.get(0), Answer.YES)).isInstanceOf(NotFound.class);
        rig.as(Caller.SYSTEM, () -> rig.get(Relay.class).run());
        assertThat(whereIs(gone.word)).containsExactly(TRAIL);
    }

    @Test
    void thePublicPageOfTheBadgeSaysWithdrawn() {
        UUID award = UUID.fromString(
                (String) rig.rows("select public_id from award where sme_id = ?1 and state = 'ACTIVE'", gone.id)
                        .get(0));
        delete();
        AwardQueries.Row row = rig.get(AwardQueries.class).byPublicId(award).orElseThrow();
        assertThat(row.former()).isTrue();
        assertThat(row.name()).isEqualTo("Former member");
    }

    @Test
    void nobodyIsShownOrOfferedAnyMore() {
        long coming = story.event(3).id();
        assertThat(shown()).contains(gone.word + " Person", other.word + " Person");
        assertThat(offered(coming)).contains(gone.word + " Person", other.word + " Person");
        List<String> shown = without(shown());
        List<String> offered = without(offered(coming));
        delete();
        var all = new SmeQueries.Filter("", "", 0, null, null, SmeQueries.Sort.NAME);
        assertThat(shown()).isEqualTo(shown).noneMatch(name -> name.contains("Former"));
        var wanted = new ExportSmes.Wanted(all, List.of(), null, ExportSmes.Format.CSV);
        byte[] file = story.asPm(() -> rig.get(ExportSmes.class).file(wanted));
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("Former");
        assertThat(offered(coming)).isEqualTo(offered).noneMatch(name -> name.contains("Former"));
        PeopleMet.People met = rig.get(PeopleMet.class).page(other.id, "", PageRequest.first());
        assertThat(met.all().people()).isEqualTo(1);
        assertThat(met.named().rows()).isEmpty();
        UUID husk = UUID.fromString((String)
                rig.rows("select public_id from sme where id = ?1", gone.id).get(0));
        assertThat(husk).isNotEqualTo(gone.sme);
        assertThatThrownBy(() -> story.asPm(() -> rig.get(ChangeSme.class).resume(husk)))
                .isInstanceOf(Refused.class);
    }

    private static List<String> shown() {
        var all = new SmeQueries.Filter("", "", 0, null, null, SmeQueries.Sort.NAME);
        var page = rig.get(SmeQueries.class).page(all, PageRequest.first());
        assertThat(page.rows()).as("all on one page").hasSize((int) page.total());
        return page.rows().stream().map(SmeQueries.Row::name).toList();
    }

    private static List<String> offered(long event) {
        var all = new CandidateQueries.Filter("", "", 0, false, CandidateQueries.Sort.NAME);
        var page = rig.get(CandidateQueries.class).page(event, all, PageRequest.first());
        assertThat(page.rows()).as("all on one page").hasSize((int) page.total());
        return page.rows().stream().map(CandidateQueries.Candidate::name).toList();
    }

    private List<String> without(List<String> names) {
        return names.stream().filter(name -> !name.contains(gone.word)).toList();
    }

    @Test
    void theFormerAddressIsFreeForANewPerson() {
        delete();
        UUID again = story.asPm(() -> rig.get(CreateSme.class)
                .create(new CreateSme.NewSme(
                        gone.email(), "Somebody New", "PT", "Europe/Lisbon", null, null, null, Set.of(), false)));
        assertThat(rig.count("select id from sme where public_id = ?1", again.toString()))
                .isNotEqualTo(gone.id);
    }

    @Test
    void withoutTheWordOrThePasswordNothingHappens() {
        assertThatThrownBy(() -> delete("yes", DemoAccounts.PASSWORD))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.key()).isEqualTo("privacy.refused.word"));
        assertThatThrownBy(() -> delete("DELETE", "not the password"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.key()).isEqualTo("accounts.refused.currentPassword"));
        assertThat(whereIs(gone.word)).hasSizeGreaterThan(30);
    }

    @Test
    void whoWorksForTheProgrammeIsNotDeleted() {
        rig.update("insert into account_role values (?1, 'PM')", gone.account);
        assertThatThrownBy(this::delete)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.key()).isEqualTo("accounts.refused.otherRoles"));
        assertThat(whereIs(gone.word)).hasSizeGreaterThan(30);
    }

    @Test
    void aProgrammeManagerDoesItOnRequestWithAReason() {
        DeleteDataOfSme act = rig.get(DeleteDataOfSme.class);
        assertThatThrownBy(() -> story.asPm(() -> act.delete(new DeleteDataOfSme.Deletion(gone.sme, " "))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        rig.as(other.caller(), () -> act.delete(new DeleteDataOfSme.Deletion(gone.sme, "because"))))
                .isInstanceOf(Forbidden.class);
        story.asPm(() -> act.delete(new DeleteDataOfSme.Deletion(gone.sme, "letter of 3 February")));
        rig.as(Caller.SYSTEM, () -> rig.get(Relay.class).run());
        assertThat(whereIs(gone.word)).containsExactly(TRAIL);
        assertThat(rig.count("""
                        select count(*) from audit_entry where act = 'DeleteDataOfSme.delete' and subject = ?1
                        and detail = 'letter of 3 February'""", "sme:" + gone.sme)).isEqualTo(1);
        assertThatThrownBy(() -> story.asPm(() -> act.delete(new DeleteDataOfSme.Deletion(gone.sme, "once more"))))
                .isInstanceOf(NotFound.class);
    }
}
