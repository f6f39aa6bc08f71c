package org.smeportal.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.attendance.Workshops;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.invitations.CandidateQueries;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.smes.TellAboutMe;
import org.smeportal.testing.Rig;

/** An SME's own profile (R1.5): facts, limits, exams passed, and what the rest of the portal makes of them. */
class ProfileIT {
    private static final LocalDate TODAY = LocalDate.of(2020, 2, 3);
    private static Rig rig;
    private static Workshops people;
    private static long exam;
    private static int accounts;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        people = new Workshops(rig);
        exam = rig.count("select min(id) from exam");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void atNine() {
        rig.clock().set(Instant.parse("2020-02-03T09:00:00Z"));
    }

    private record Person(UUID sme, Caller caller) {}

    private static Person person(String name) {
        UUID sme = people.sme(name);
        long account = DemoAccounts.insert(rig, "profile" + ++accounts + "@example.org", name, "Europe/Lisbon", "SME");
        rig.update("update sme set account_id = ?1 where public_id = ?2", account, sme.toString());
        return new Person(sme, Rig.caller(account, name, "Europe/Lisbon", Role.SME));
    }

    private static ProfileQueries.Own own(Person person) {
        return rig.get(ProfileQueries.class).own(person.caller().accountId()).orElseThrow();
    }

    private static List<ProfileQueries.Row> qualifications(Person person) {
        return rig.get(ProfileQueries.class).qualifications(person.caller().accountId());
    }

    private static UUID claim(Person person, LocalDate obtained) {
        Evidence evidence = new Evidence("Architect", "A-1", null, obtained, obtained.plusYears(3));
        return rig.as(person.caller(), () -> rig.get(KeepOwnProfile.class).claim(evidence, exam));
    }

    @Test
    void factsAreChangedWithAVersionAndWhoSavesSecondIsTold() {
        Person ana = person("Ana Sá");
        int seen = own(ana).version();
        TellAboutMe.About about = new TellAboutMe.About(seen, "es", " Tagus ", "networks", "pt en", true);
        rig.as(ana.caller(), () -> rig.get(TellAboutMe.class).tell(about));
        assertThat(own(ana)).satisfies(now -> {
            assertThat(now.country()).isEqualTo("ES");
            assertThat(now.employer()).isEqualTo("Tagus");
            assertThat(now.visible()).isTrue();
        });
        assertThatThrownBy(() ->
                        rig.as(ana.caller(), () -> rig.get(TellAboutMe.class).tell(about)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("smes.refused.changed");
        assertThat(rig.rows("select subject from audit_entry where act = 'TellAboutMe.tell' order by id desc limit 1"))
                .isEqualTo(List.of(ana.sme().toString()));
    }

    @Test
    void whoSaysNothingHasNoLimitsAndALimitCanBeTakenAway() {
        Person ana = person("Ana Sá");
        assertThat(own(ana).limits()).isEqualTo(Limits.NONE);
        for (Limits limits : List.of(new Limits(12, TravelRadius.NONE), new Limits(null, TravelRadius.REGION))) {
            rig.as(ana.caller(), () -> rig.get(KeepOwnProfile.class).limit(limits));
            assertThat(own(ana).limits()).isEqualTo(limits);
        }
    }

    @Test
    void onlyAConfirmedQualificationAddsTheExamThatOneIsInvitedFor() {
        Person ana = person("Ana Sá");
        UUID claimed = claim(ana, TODAY.minusYears(1));
        assertThat(own(ana).exams()).isEmpty();
        people.byPm(() -> {
            rig.get(JudgeQualification.class).confirm(claimed);
            return null;
        });
        assertThat(own(ana).exams()).containsExactly("SAP");
        assertThat(qualifications(ana))
                .extracting(ProfileQueries.Row::state, ProfileQueries.Row::decidedBy)
                .containsExactly(tuple(QualificationState.CONFIRMED, "Priya Nair"));
        assertThatThrownBy(() ->
                        rig.as(ana.caller(), () -> rig.get(KeepOwnProfile.class).takeBack(claimed)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aRejectedOneSaysWhyAndCanBeRemoved() {
        Person ana = person("Ana Sá");
        UUID claimed = claim(ana, TODAY);
        people.byPm(() -> {
            rig.get(JudgeQualification.class)
                    .reject(new JudgeQualification.Rejection(claimed, "The number is of another exam."));
            return null;
        });
        assertThat(own(ana).exams()).isEmpty();
        assertThat(qualifications(ana))
                .extracting(ProfileQueries.Row::reason)
                .containsExactly("The number is of another exam.");
        rig.as(ana.caller(), () -> rig.get(KeepOwnProfile.class).takeBack(claimed));
        assertThat(qualifications(ana)).isEmpty();
    }

    @Test
    void theSameExamOnTheSameDayIsToldOnceAndNobodyTouchesThatOfAnother() {
        Person ana = person("Ana Sá");
        Person rui = person("Rui Sá");
        UUID claimed = claim(ana, TODAY);
        assertThatThrownBy(() -> claim(ana, TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("profiles.refused.known");
        claim(rui, TODAY);
        assertThatThrownBy(() ->
                        rig.as(rui.caller(), () -> rig.get(KeepOwnProfile.class).takeBack(claimed)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rig.as(
                        ana.caller(), () -> rig.get(JudgeQualification.class).confirm(claimed)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> claim(ana, TODAY.plusDays(1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("profiles.refused.obtained");
        assertThat(qualifications(ana)).hasSize(1);
    }

    private static UUID plan(Modality modality, LocalDate day) {
        boolean online = modality == Modality.VIRTUAL;
        EventPlan plan = new EventPlan(
                EventKind.WORKSHOP,
                exam,
                "Workshop",
                null,
                modality,
                ZoneId.of("America/Chicago"),
                day,
                day,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                online ? null : "River House",
                online ? null : "Nashville",
                online ? "https://meet.example.org/room" : null,
                online ? 0 : 20,
                online ? 20 : 0,
                day.minusDays(2),
                LocalTime.NOON,
                people.pm.accountId());
        return people.byPm(() -> rig.get(PlanEvent.class).create(plan, "The day", true));
    }

    private static CandidateQueries.Candidate candidate(UUID event, String name) {
        return rig.get(CandidateQueries.class)
                .page(
                        people.eventId(event),
                        new CandidateQueries.Filter(name, "", 0, false, CandidateQueries.Sort.NAME),
                        PageRequest.first())
                .rows()
                .get(0);
    }

    @Test
    void whoPicksSmesSeesLimitsAndTravelBesideTheName() {
        Person ana = person("Ana Limits");
        UUID other = people.planned(EventKind.WORKSHOP, TODAY.plusDays(20), "Europe/Lisbon");
        people.seat(other, List.of(ana.sme()));
        UUID inPerson = plan(Modality.IN_PERSON, TODAY.plusDays(60));
        UUID nextYear = plan(Modality.VIRTUAL, TODAY.plusYears(1));
        assertThat(candidate(inPerson, "Ana Limits").isFull()).isFalse();
        assertThat(candidate(inPerson, "Ana Limits").tooFar()).isNull();

        rig.as(ana.caller(), () -> rig.get(KeepOwnProfile.class).limit(new Limits(1, TravelRadius.REGION)));
        assertThat(candidate(inPerson, "Ana Limits")).satisfies(row -> {
            assertThat(row.isFull()).isTrue();
            assertThat(row.eventsThisYear()).isEqualTo(1);
            assertThat(row.tooFar()).isEqualTo(TravelRadius.REGION);
        });
        assertThat(candidate(nextYear, "Ana Limits")).satisfies(row -> {
            assertThat(row.isFull()).isFalse();
            assertThat(row.tooFar()).isNull();
        });
    }

    @Test
    void fiftyQualificationsTakeNoMoreStatementsThanOne() {
        Person ana = person("Ana Sá");
        claim(ana, TODAY.minusDays(60));
        int few = statements(ana);
        for (int day = 0; day < 49; day++) {
            claim(ana, TODAY.minusDays(day));
        }
        assertThat(statements(ana)).isEqualTo(few).isEqualTo(3);
        assertThat(qualifications(ana)).hasSize(50);
        assertThatThrownBy(() -> claim(ana, TODAY.minusDays(99)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("profiles.refused.many");
    }

    private static int statements(Person person) {
        long account = Sql.number(person.caller().accountId());
        ProfileQueries profiles = rig.get(ProfileQueries.class);
        rig.statements().reset();
        profiles.own(account);
        profiles.qualifications(account);
        profiles.qualificationsOf(person.sme());
        return rig.statements().count();
    }
}
