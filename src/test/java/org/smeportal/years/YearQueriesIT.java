package org.smeportal.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.attendance.AttendanceResult;
import org.smeportal.attendance.CloseAttendance;
import org.smeportal.attendance.Workshops;
import org.smeportal.events.EventKind;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Text;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;
import org.smeportal.testing.Rig;

/** The year in review and the people met (R8.3, R8.1, R4.7), on the real database. */
class YearQueriesIT {
    private static final Instant BEGIN = Instant.parse("2020-02-03T09:00:00Z");

    private static Rig rig;
    private Workshops workshops;
    private UUID noor;
    private Caller caller;

    @BeforeAll
    static void begin() {
        rig = Rig.start(BEGIN);
    }

    @BeforeEach
    void start() {
        rig.clock().set(BEGIN);
        workshops = new Workshops(rig);
        noor = workshops.sme("Noor Haddad");
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), ?1, 'Noor Haddad', 'Europe/Lisbon', 'ACTIVE', 'n', now(6))""", workshops.address("noor"));
        long account = rig.count("select id from account where email = ?1", workshops.address("noor"));
        rig.update("update sme set account_id = ?1 where public_id = ?2", account, noor.toString());
        caller = Rig.caller(account, "Noor Haddad", "Europe/Lisbon", Role.SME);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void aYearTellsItsEventsPlacesHoursPeopleAndBadge() {
        UUID seen = workshops.sme("Visible Vera");
        UUID hidden = workshops.sme("Hidden Hugo");
        rig.update("update sme set visible_to_members = true, country = 'MX' where public_id = ?1", seen.toString());
        UUID nashville = workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 2, 18), noor, seen, hidden);
        rig.update(
                "update event set modality = 'IN_PERSON', venue_name = 'River House', venue_address = 'Broadway, Nashville, Tennessee' where public_id = ?1",
                nashville.toString());
        workshops.attended(EventKind.GROUP_REVIEW, LocalDate.of(2020, 4, 14), noor, seen);
        workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 6, 9), noor);
        UUID half = workshops.over(EventKind.ALPHA_REVIEW, LocalDate.of(2020, 9, 1), "Europe/Berlin", List.of(noor));
        workshops.close(half, new CloseAttendance.Overrule(noor, AttendanceResult.PARTIAL, "left early"));
        UUID missed = workshops.over(EventKind.WORKSHOP, LocalDate.of(2020, 10, 1), "Europe/Berlin", List.of(noor));
        workshops.close(missed);
        task("2020-12-31", 90);
        task("2021-01-01", 600);

        YearQueries.Own year = own(2020);
        YearCard card = year.card();
        assertThat(card.events()).isEqualTo(3);
        assertThat(card.partly()).isEqualTo(1);
        assertThat(card.inPerson()).isEqualTo(1);
        assertThat(card.virtual()).isEqualTo(2);
        assertThat(card.places()).containsExactly("Nashville");
        assertThat(card.minutes())
                .isEqualTo((int) rig.count(
                                "select sum(minutes) from attendance_result where sme_id = ?1 and result in ('ATTENDED', 'PARTIAL')",
                                workshops.smeId(noor))
                        + 90)
                .isGreaterThan(3 * 8 * 60);
        assertThat(card.people()).isEqualTo(2);
        assertThat(card.countries()).isEqualTo(2);
        assertThat(card.months().get(Month.FEBRUARY.ordinal()).of(EventKind.WORKSHOP))
                .isEqualTo(1);
        assertThat(card.kinds())
                .containsExactly(
                        new MonthRow.KindCount(EventKind.WORKSHOP, 2),
                        new MonthRow.KindCount(EventKind.GROUP_REVIEW, 1));
        assertThat(card.badges())
                .singleElement()
                .satisfies(badge -> assertThat(badge.earnedOn()).isEqualTo(LocalDate.of(2020, 6, 9)));
        assertThat(year.years()).containsExactly(2021, 2020);
        assertThat(rig.get(YearText.class).headline(card))
                .startsWith("3 events and ")
                .endsWith("It began in Nashville in February and ended online in September.");
        assertThat(own(2021).card().minutes()).isEqualTo(600);
        assertThat(own(2019).card().isEmpty()).isTrue();
        assertThat(rig.get(YearQueries.class).latest(workshops.smeId(noor))).contains(new YearQueries.Count(2020, 3));
    }

    /** R2.3: at New Year the event's own zone says which year it was, for the SME and for the programme. */
    @Test
    void aYearIsCutByTheZoneOfEachEvent() {
        ProgrammeYears.Year without = rig.get(ProgrammeYears.class).of(2021, PageRequest.first());
        UUID apia = workshops.over(EventKind.WORKSHOP, LocalDate.of(2021, 1, 1), "Pacific/Apia", List.of(noor));
        UUID phoenix = workshops.over(EventKind.WORKSHOP, LocalDate.of(2021, 1, 3), "America/Phoenix", List.of(noor));
        for (UUID event : List.of(apia, phoenix)) {
            workshops.present(event, noor);
            workshops.close(event);
        }
        assertThat(rig.count("select year(starts_at) from event where public_id = ?1", apia.toString()))
                .as("still the old year in UTC")
                .isEqualTo(2020);
        rig.update(
                "update event set starts_at = '2021-01-01 03:00:00', ends_at = '2021-01-01 05:00:00' where public_id = ?1",
                phoenix.toString());

        assertThat(own(2021).events()).extracting(Attended::event).containsExactly(apia);
        assertThat(own(2020).events()).extracting(Attended::event).containsExactly(phoenix);
        assertThat(own(2020).card().months().get(Month.DECEMBER.ordinal()).total())
                .isEqualTo(1);
        ProgrammeYears.Year programme = rig.get(ProgrammeYears.class).of(2021, PageRequest.first());
        assertThat(programme.events().rows())
                .extracting(ProgrammeYears.Held::event)
                .containsExactly(apia);
        assertThat(programme.figures().events()).isEqualTo(1);
        assertThat(programme.before().events() - without.before().events()).isEqualTo(1);
        assertThat(programme.before().months().get(Month.DECEMBER.ordinal()).total())
                .isEqualTo(1);
    }

    /** R4.7: one favourite a year, only an event the SME was at, and only in its own year. */
    @Test
    void theNewestMarkIsTheFavouriteOfTheYear() {
        UUID first = workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 2, 18), noor);
        UUID second = workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 3, 18), noor);
        UUID others = workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 4, 18), workshops.sme("Other"));
        favourite(2020, first);
        favourite(2020, second);
        assertThat(own(2020).favourite()).isEqualTo(second);
        assertThat(rig.count("select count(*) from sme_year where sme_id = ?1", workshops.smeId(noor)))
                .isEqualTo(1);
        assertThatThrownBy(() -> favourite(2020, others)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> favourite(2021, first)).isInstanceOf(Refused.class);
        assertThat(own(2020).favourite()).isEqualTo(second);

        workshops.correct(second, noor, AttendanceResult.NO_SHOW, "mistaken for somebody");
        assertThat(own(2020).card().favourite()).as("not attended any more").isNull();
        favourite(2020, null);
        assertThat(own(2020).favourite()).isNull();
    }

    @Test
    void aLinkShowsTheYearUntilItIsTakenBackAndNeverAgain() {
        workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 2, 18), noor);
        assertThat(own(2020).sharedAs()).isNull();
        String link = share();
        assertThat(share()).as("shared twice, one link").isEqualTo(link);
        assertThat(shared(link)).isEqualTo(own(2020).card());
        assertThat(shared(link + "x")).isNull();

        endSharing();
        assertThat(shared(link)).isNull();
        String next = share();
        assertThat(next).isNotEqualTo(link);
        assertThat(shared(link)).as("the old link stays dead").isNull();
        assertThat(shared(next)).isNotNull();
        assertThat(rig.rows("select share_nonce from sme_year where sme_id = ?1", workshops.smeId(noor))
                        .get(0)
                        .toString())
                .as("what is stored opens nothing")
                .hasSize(22)
                .satisfies(nonce -> assertThat(shared("/years/" + nonce)).isNull());
        assertThat(rig.rows("select concat_ws(' ', act, subject, detail) from audit_entry")
                        .toString())
                .doesNotContain(next.substring(next.lastIndexOf('/') + 1));
    }

    @Test
    void aSharedYearOfAClosedAccountIsSeenByNobody() {
        workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 2, 18), noor);
        String link = share();
        rig.update("update account set state = 'CLOSED' where id = ?1", caller.accountId());
        YearCard seen = shared(link);
        rig.update("update account set state = 'ACTIVE' where id = ?1", caller.accountId());
        assertThat(seen).isNull();
        assertThat(shared(link)).isNotNull();
    }

    @Test
    void aYearWithNothingInItIsNotShared() {
        assertThatThrownBy(this::share).isInstanceOf(Refused.class);
        assertThat(rig.count("select count(*) from sme_year where sme_id = ?1", workshops.smeId(noor)))
                .isZero();
    }

    /** R1.5: named is who allows it; everybody counts. */
    @Test
    void peopleMetAreNamedOnlyWhenTheyAllowIt() {
        UUID vera = workshops.sme("Visible Vera");
        UUID hugo = workshops.sme("Hidden Hugo");
        UUID stranger = workshops.sme("Visible Stranger");
        rig.update("update sme set visible_to_members = true where name like 'Visible%'");
        workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 2, 18), noor, vera, hugo);
        workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 3, 18), noor, vera);
        workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 3, 28), stranger);

        PeopleMet met = rig.get(PeopleMet.class);
        long id = workshops.smeId(noor);
        PeopleMet.People people = met.page(id, "", PageRequest.first());
        assertThat(people.all()).isEqualTo(new PeopleMet.Count(2, 1));
        assertThat(people.hidden()).isEqualTo(1);
        assertThat(people.named().rows()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Visible Vera");
            assertThat(one.together()).isEqualTo(2);
            assertThat(one.events()).extracting(PeopleMet.Shared::title).containsExactly("Event 2", "Event 1");
        });
        assertThat(met.page(id, "Hidden", PageRequest.first()).named().total()).isZero();
        assertThat(met.page(id, "%", PageRequest.first()).named().total()).isZero();

        UUID next = workshops.planned(EventKind.WORKSHOP, LocalDate.of(2020, 8, 18), "Europe/Berlin");
        workshops.seat(next, List.of(noor, vera, hugo, stranger));
        assertThat(met.known(workshops.eventId(next), id)).containsExactly("Visible Vera");
    }

    @Test
    void theSameStatementsAtTenAndAThousandRows() { // in a year after those of the other tests, so it is the latest
        workshops.attended(EventKind.WORKSHOP, LocalDate.of(2022, 2, 18), noor, workshops.sme("First"));
        bulk(10);
        int own = ownStatements();
        int people = peopleStatements();
        int programme = programmeStatements();
        bulk(990);
        assertThat(own(2022).card().events()).isEqualTo(1001);
        assertThat(ownStatements()).isEqualTo(own).isLessThanOrEqualTo(6);
        assertThat(peopleStatements()).isEqualTo(people).isLessThanOrEqualTo(3);
        assertThat(programmeStatements()).isEqualTo(programme).isLessThanOrEqualTo(8);
    }

    @Test
    void thePictureIsAPngOfTheSizeThatLinksAreShownWith() throws IOException {
        workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 2, 18), noor);
        rig.update(
                "update sme set name = ?1 where public_id = ?2", "كريم ناصر 李明 " + "Long ".repeat(18), noor.toString());
        byte[] png = rig.get(YearPicture.class).png(own(2020).card());
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        assertThat(ImageIO.read(new ByteArrayInputStream(png)))
                .satisfies(image -> assertThat(image.getWidth()).isEqualTo(1200))
                .satisfies(image -> assertThat(image.getHeight()).isEqualTo(630));
        assertThat(rig.get(YearPicture.class).png(own(2019).card())).isNotEqualTo(png);
    }

    @Test
    void theSamePictureIsNotDrawnTwiceButThatOfAYearThatChangedIs() {
        YearPicture picture = rig.get(YearPicture.class);
        workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 2, 18), noor);
        byte[] png = picture.png(own(2020).card());
        assertThat(picture.png(own(2020).card())).isSameAs(png);
        workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 2, 19), noor);
        assertThat(picture.png(own(2020).card())).isNotEqualTo(png);

        byte[] first = picture.png(own(1900).card());
        for (int i = 1; i <= YearPicture.KEPT; i++) {
            picture.png(own(1900 + i).card());
        }
        assertThat(picture.png(own(1900).card()))
                .as("only the last ones are kept")
                .isNotSameAs(first);
    }

    @Test
    void yearsAreWrittenWithoutSeparators() {
        assertThat(rig.get(Text.class).of("years.programme.title", 2020)).isEqualTo("The programme in 2020");
    }

    private void bulk(int number) {
        List<UUID> people = workshops.smes(number);
        rig.update("""
                insert into event (public_id, kind, title, status, modality, zone, starts_at, ends_at, rsvp_deadline, lead_id, created_at)
                select uuid(), 'WORKSHOP', concat('Bulk ', s.public_id), 'COMPLETED', 'VIRTUAL', 'Europe/Berlin', '2022-05-05 08:00:00',
                    '2022-05-05 12:00:00', '2022-05-01', (select min(id) from account), '2022-01-01'
                from sme s where s.public_id in ('%s')""".formatted(joined(people)));
        rig.update("""
                insert into attendance_entry (event_id, sme_id, result, minutes, source, recorded_by, recorded_at)
                select e.id, s.id, 'ATTENDED', 240, 'BOARD', 'bulk', now(6) from event e
                    join sme s on e.title = concat('Bulk ', s.public_id) or s.public_id = ?1
                where e.title like 'Bulk%' and not exists (select 1 from attendance_entry a where a.event_id = e.id)""", noor.toString());
        rig.update("""
                insert into attendance_result (event_id, sme_id, result, minutes, entry_id)
                select event_id, sme_id, result, minutes, id from attendance_entry a where recorded_by = 'bulk'
                    and not exists (select 1 from attendance_result r where r.event_id = a.event_id and r.sme_id = a.sme_id)""");
        rig.update("update sme set visible_to_members = true");
    }

    private static String joined(List<UUID> ids) {
        return String.join("','", ids.stream().map(UUID::toString).toList());
    }

    private int ownStatements() {
        YearQueries queries = rig.get(YearQueries.class);
        SmeCard sme = card();
        rig.statements().reset();
        queries.own(sme, null, 2022);
        return rig.statements().count();
    }

    private int peopleStatements() {
        PeopleMet met = rig.get(PeopleMet.class);
        long id = workshops.smeId(noor);
        rig.statements().reset();
        assertThat(met.page(id, "", PageRequest.first()).named().rows()).hasSizeGreaterThan(9);
        return rig.statements().count();
    }

    private int programmeStatements() {
        ProgrammeYears years = rig.get(ProgrammeYears.class);
        rig.statements().reset();
        int year = years.latest().orElseThrow().year();
        assertThat(years.of(year, PageRequest.first()).figures().smes()).isGreaterThan(9);
        return rig.statements().count();
    }

    private YearQueries.Own own(int year) {
        return rig.get(YearQueries.class).own(card(), year, 2020);
    }

    private SmeCard card() {
        return rig.get(SmeDirectory.class).byPublicId(noor).orElseThrow();
    }

    private void favourite(int year, UUID event) {
        rig.as(caller, () -> rig.get(MarkFavourite.class).mark(new MarkFavourite.Favourite(year, event)));
    }

    private String share() {
        rig.as(caller, () -> rig.get(ShareYear.class).share(new ShareYear.OfYear(2020)));
        return own(2020).sharedAs();
    }

    private void endSharing() {
        rig.as(caller, () -> rig.get(ShareYear.class).end(new ShareYear.OfYear(2020)));
    }

    private YearCard shared(String link) {
        return rig.get(YearQueries.class)
                .shared(link.substring(link.lastIndexOf('/') + 1))
                .orElse(null);
    }

    private void task(String day, int minutes) {
        rig.update("""
                insert into sme_task (public_id, sme_id, title, state, done_on, minutes, added_by, created_at)
                values (uuid(), ?1, 'Read drafts', 'DONE', ?2, ?3, 'Priya', now(6))""", workshops.smeId(noor), day, minutes);
    }
}
