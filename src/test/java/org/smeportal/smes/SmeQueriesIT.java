package org.smeportal.smes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.exams.ExamQueries;
import org.smeportal.exams.LoadCatalogue;
import org.smeportal.kernel.PageRequest;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.smes.CreateSme.NewSme;
import org.smeportal.smes.SmeQueries.Filter;
import org.smeportal.smes.SmeQueries.Sort;
import org.smeportal.testing.Rig;

/** The directory: search, filters, orders, and two statements whatever its size. */
class SmeQueriesIT {
    private static final Caller PM = Rig.caller(7, "Priya", "Europe/Berlin", Role.PM);
    private static Rig rig;
    private static Rig spellings;
    private static SmeQueries smes;
    private static UUID jose;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        smes = rig.get(SmeQueries.class);
        rig.get(LoadCatalogue.class).load();
        long exam = exam("SAP-C01");
        jose = create("jose@example.org", "José Ñandú", "ES", "Telefónica", "redes 100 % libres", Set.of(exam));
        UUID kim = create("kim@example.org", "Kim", "KR", "Samsung", "voice", Set.of());
        create("ada@example.org", "Ada", "IE", null, "security", Set.of(exam, exam("SCS-C01")));
        spellings = Rig.start();
        for (String one : List.of("Jörg Müller", "Łukasz Żak", "Øystein Straße", "Işık Mueller", "Michal Samul")) {
            create(spellings, one.hashCode() + "@example.org", one, "DE", null, null, Set.of());
        }
        create(spellings, "noor@example.org", "Noor Haddad", "DE", "Acme", "security", Set.of());
        rig.as(PM, () -> rig.get(ChangeSme.class).pause(kim));
        rig.as(PM, () -> rig.get(InviteToPortal.class).invite(jose));
    }

    @AfterAll
    static void stop() {
        rig.close();
        spellings.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jose", "JOSÉ", "nandu", "telefonica", "jose@", "100 %"})
    void theSearchFindsNameAddressEmployerAndExpertiseWithoutAccents(String search) {
        assertThat(names(Filter.of(search, null, null, null, null, null))).containsExactly("José Ñandú");
    }

    @Test
    void wildcardsOfTheSearchAreTakenLiterally() {
        assertThat(names(Filter.of("%", null, null, null, null, null))).containsExactly("José Ñandú");
        assertThat(names(Filter.of("k_m", null, null, null, null, null))).isEmpty();
        assertThat(names(Filter.of("' or 1=1 -- ", null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void filtersNarrowByCountryExamStateAndAccount() {
        assertThat(names(Filter.of(null, "KR", null, null, null, null))).containsExactly("Kim");
        assertThat(names(Filter.of(null, null, "" + exam("SCS-C01"), null, null, null)))
                .containsExactly("Ada");
        assertThat(names(Filter.of(null, null, null, "PAUSED", null, null))).containsExactly("Kim");
        assertThat(names(Filter.of(null, null, null, null, "yes", null))).containsExactly("José Ñandú");
        assertThat(names(Filter.of(null, null, null, null, "no", null))).containsExactly("Ada", "Kim");
    }

    @ParameterizedTest
    @CsvSource({
        "Müller,Jörg Müller",
        "Muller,Jörg Müller",
        "MUELLER,Jörg Müller",
        "joerg,Jörg Müller",
        "müller jörg,Jörg Müller",
        "Lukasz,Łukasz Żak",
        "łukasz zak,Łukasz Żak",
        "Strasse,Øystein Straße",
        "STRAßE,Øystein Straße",
        "oeystein,Øystein Straße",
        "isik,Işık Mueller",
        "Müller Işik,Işık Mueller",
        "'haddad, noor',Noor Haddad",
        "noor acme security,Noor Haddad",
        "noor@EXAMPLE.org,Noor Haddad"
    })
    void whoeverWritesANameInAnotherWayFindsIt(String search, String name) {
        List<String> found =
                spellings.get(SmeQueries.class).all(Filter.of(search, null, null, null, null, null)).stream()
                        .map(SmeQueries.Row::name)
                        .toList();
        assertThat(found).contains(name).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void everyWordHasToMatch() {
        assertThat(names(Filter.of("jose security", null, null, null, null, null)))
                .isEmpty();
        assertThat(names(Filter.of("nandu telefonica redes", null, null, null, null, null)))
                .containsExactly("José Ñandú");
    }

    @Test
    void rowsFromBeforeBecomeFindableAndARenamedSmeIsFoundByTheNewName() {
        try (Rig own = Rig.start()) {
            insert(own, 3);
            own.update("update sme set search_text = null, name = 'Łukasz' where email = 'p1@example.org'");
            SmeQueries queries = own.get(SmeQueries.class);
            Filter filter = Filter.of("lukasz", null, null, null, null, null);
            assertThat(queries.all(filter)).isEmpty();
            assertThat(own.get(IndexSmes.class).some()).isEqualTo(1);
            assertThat(own.get(IndexSmes.class).some()).isZero();
            assertThat(queries.all(filter)).hasSize(1);
            SmeQueries.Row row = queries.all(filter).get(0);
            own.as(
                    PM,
                    () -> own.get(ChangeSme.class)
                            .change(new ChangeSme.Change(
                                    row.publicId(),
                                    row.version(),
                                    new NewSme(
                                            row.email(),
                                            "Žofie",
                                            "CZ",
                                            "Europe/Prague",
                                            null,
                                            null,
                                            null,
                                            Set.of(),
                                            false))));
            assertThat(queries.all(filter)).isEmpty();
            assertThat(queries.all(Filter.of("zofie", null, null, null, null, null)))
                    .hasSize(1);
        }
    }

    @Test
    void facetsCountWhatEachValueWouldShowBesideTheOtherFilters() {
        assertThat(facets(Filter.of(null, null, null, null, null, null)))
                .containsExactly(
                        "COUNTRY ES 1",
                        "COUNTRY IE 1",
                        "COUNTRY KR 1",
                        "EXAM SAP-C01 2",
                        "EXAM SCS-C01 1",
                        "STATE ACTIVE 2",
                        "STATE PAUSED 1",
                        "ACCOUNT no 2",
                        "ACCOUNT yes 1");
        Filter spain = Filter.of(null, "ES", null, null, null, null);
        assertThat(facets(spain))
                .as("its own facet shows the others as well")
                .containsExactly(
                        "COUNTRY ES 1",
                        "COUNTRY IE 1",
                        "COUNTRY KR 1",
                        "EXAM SAP-C01 1",
                        "STATE ACTIVE 1",
                        "ACCOUNT yes 1");
        Filter both = Filter.of("a", "IE", "" + exam("SAP-C01"), null, "no", null);
        for (String facet : facets(both)) {
            String[] parts = facet.split(" ");
            Filter clicked = Filter.of(
                    "a",
                    parts[0].equals("COUNTRY") ? parts[1] : "IE",
                    "" + (parts[0].equals("EXAM") ? exam(parts[1]) : exam("SAP-C01")),
                    parts[0].equals("STATE") ? parts[1] : null,
                    parts[0].equals("ACCOUNT") ? parts[1] : "no",
                    null);
            assertThat(names(clicked)).as(facet).hasSize(Integer.parseInt(parts[2]));
        }
    }

    private static List<String> facets(Filter filter) {
        SmeQueries.Facets facets = smes.facets(filter);
        return java.util.Arrays.stream(SmeQueries.Facet.values())
                .flatMap(facet -> facets.of(facet).entrySet().stream()
                        .map(value -> facet + " "
                                + (facet == SmeQueries.Facet.EXAM ? code(value.getKey()) : value.getKey()) + " "
                                + value.getValue()))
                .toList();
    }

    private static String code(String examId) {
        return rig.get(ExamQueries.class).choices().stream()
                .filter(exam -> String.valueOf(exam.id()).equals(examId))
                .findFirst()
                .orElseThrow()
                .code();
    }

    @Test
    void valuesOfTheAddressThatAreNoneAskForNothing() {
        Filter filter = Filter.of(null, "", "1 or 1=1", "GONE", "maybe", "name; drop table sme");
        assertThat(filter.asksForNothing()).isTrue();
        assertThat(filter.sort()).isEqualTo(Sort.NAME);
        assertThat(names(filter)).containsExactly("Ada", "José Ñandú", "Kim");
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void everyOrderListsEverybodyOnceOverAllPages(Sort sort) {
        Filter filter = Filter.of("", "", "", "", "", sort.name());
        List<UUID> ids = java.util.stream.IntStream.rangeClosed(1, 3)
                .mapToObj(page -> smes.page(filter, new PageRequest(page, 1))
                        .rows()
                        .get(0)
                        .publicId())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void oneSmeIsReadWithExamsAndAccount() {
        assertThat(smes.one(jose).orElseThrow()).satisfies(sme -> {
            assertThat(sme.exams()).containsExactly("SAP-C01");
            assertThat(sme.account()).hasToString("INVITED");
            assertThat(sme.attended()).isZero();
            assertThat(sme.lastInvited()).isNull();
        });
        assertThat(smes.one(UUID.randomUUID())).isEmpty();
    }

    @Test
    void invitationsAndAttendanceAreReadAndCounted() {
        try (Rig own = Rig.start()) {
            UUID id = own.as(
                    PM,
                    () -> own.get(CreateSme.class)
                            .create(new NewSme(
                                    "x@example.org", "X", "PT", "Europe/Lisbon", null, null, null, Set.of(), false)));
            insertEvent(own, 1);
            insertEvent(own, 2);
            own.update("""
                    insert into invitation (public_id, event_id, sme_id, status, wave, nonce, sent_at, created_at)
                    select uuid(), 1, id, 'DECLINED', 1, 'n', '2020-01-10 10:00:00', '2020-01-10 10:00:00' from sme""");
            own.update("""
                    insert into attendance_entry (event_id, sme_id, result, minutes, source, recorded_by, recorded_at)
                    select 2, id, 'ATTENDED', 60, 'IMPORTED', 'Priya', '2020-01-10 10:00:00' from sme""");
            own.update("""
                    insert into attendance_result (event_id, sme_id, result, minutes, entry_id)
                    select event_id, sme_id, result, minutes, id from attendance_entry""");
            SmeQueries queries = own.get(SmeQueries.class);
            SmeQueries.Row row = queries.one(id).orElseThrow();
            assertThat(row.attended()).isEqualTo(1);
            assertThat(row.lastInvited()).hasToString("2020-01-10T10:00:00Z");
            assertThat(queries.events(row.id()))
                    .extracting(past -> past.title() + " " + past.answer() + " " + past.result())
                    .containsExactly("Event 2 null ATTENDED", "Event 1 DECLINED null");
        }
    }

    @Test
    void listAndPageTakeTheSameStatementsAt10AndAt1000Smes() {
        try (Rig own = Rig.start()) {
            own.get(LoadCatalogue.class).load();
            SmeQueries queries = own.get(SmeQueries.class);
            for (int most : new int[] {10, 1000}) {
                insert(own, most);
                for (Sort sort : Sort.values()) {
                    Filter filter = Filter.of("person", "PT", null, "ACTIVE", "no", sort.name());
                    assertThat(statements(own, () -> queries.page(filter, PageRequest.first())))
                            .isEqualTo(2);
                    assertThat(queries.page(filter, PageRequest.first()).total())
                            .isEqualTo(most);
                }
                assertThat(statements(own, () -> queries.all(Filter.of(null, null, null, null, null, null))))
                        .isEqualTo(1);
                assertThat(statements(own, () -> queries.facets(Filter.of("person", "PT", "1", "ACTIVE", "no", null))))
                        .isEqualTo(1);
                List<SmeQueries.Row> some = queries.page(
                                Filter.of(null, null, null, null, null, null), PageRequest.first())
                        .rows();
                assertThat(statements(
                                own,
                                () -> queries.attendedIn(
                                        2020,
                                        some.stream().map(SmeQueries.Row::id).toList())))
                        .isEqualTo(1);
                assertThat(statements(
                                own,
                                () -> queries.some(some.stream()
                                        .map(SmeQueries.Row::publicId)
                                        .toList())))
                        .isEqualTo(1);
            }
        }
    }

    private static int statements(Rig own, Runnable read) {
        own.statements().reset();
        read.run();
        return own.statements().count();
    }

    private static void insert(Rig own, int most) {
        own.update("""
                insert into sme (public_id, email, name, country, zone, state, joined_on, created_at)
                with recursive n (i) as (select 1 union all select i + 1 from n where i < ?1)
                select uuid(), concat('p', i, '@example.org'), concat('Person ', i), 'PT', 'Europe/Lisbon', 'ACTIVE',
                    '2020-01-01', '2020-01-01' from n
                where not exists (select 1 from sme s where s.email = concat('p', i, '@example.org'))""", most);
        IndexSmes index = own.get(IndexSmes.class);
        while (index.some() > 0) {
            continue;
        }
        own.update("insert ignore into sme_exam select s.id, x.id from sme s join exam x");
    }

    private static void insertEvent(Rig own, int id) {
        own.update("""
                insert into account (id, public_id, email, name, zone, state, link_nonce, created_at)
                values (?1, uuid(), concat('lead', ?1, '@example.org'), 'Lead', 'Europe/Berlin', 'ACTIVE', 'n', '2020-01-01')""", id);
        own.update("""
                insert into event (id, public_id, kind, title, status, modality, zone, starts_at, ends_at, rsvp_deadline,
                    lead_id, created_at)
                values (?1, uuid(), 'WORKSHOP', concat('Event ', ?1), 'PLANNED', 'VIRTUAL', 'Europe/Berlin',
                    concat('2020-02-0', ?1, ' 08:00:00'), concat('2020-02-0', ?1, ' 16:00:00'), '2020-01-20 12:00:00', ?1,
                    '2020-01-01')""", id);
    }

    private static List<String> names(Filter filter) {
        return smes.page(filter, PageRequest.first()).rows().stream()
                .map(SmeQueries.Row::name)
                .toList();
    }

    private static UUID create(
            String email, String name, String country, String employer, String expertise, Set<Long> exams) {
        return create(rig, email, name, country, employer, expertise, exams);
    }

    private static UUID create(
            Rig in, String email, String name, String country, String employer, String expertise, Set<Long> exams) {
        return in.as(
                PM,
                () -> in.get(CreateSme.class)
                        .create(new NewSme(
                                email, name, country, "Europe/Madrid", employer, expertise, null, exams, false)));
    }

    private static long exam(String code) {
        return rig.get(ExamQueries.class).choices().stream()
                .filter(exam -> exam.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
