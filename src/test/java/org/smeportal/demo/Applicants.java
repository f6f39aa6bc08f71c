package org.smeportal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.applications.Answers;
import org.smeportal.applications.Applying;
import org.smeportal.applications.Attendance;
import org.smeportal.applications.FillInApplication;
import org.smeportal.applications.FormStep;
import org.smeportal.applications.InviteToApply;
import org.smeportal.applications.WithdrawApplication;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** People who apply to become an SME, in every stage: drafts, forms that wait for their mail, a promise that was not kept. */
public final class Applicants {
    /** What becomes of an application; those from IN_REVIEW on wait for reviews and decisions. */
    public enum Course {
        DRAFT,
        UNCONFIRMED,
        SUBMITTED,
        OVERDUE,
        WITHDRAWN,
        IN_REVIEW,
        WAITLISTED,
        ACCEPTED,
        DECLINED
    }

    /** An application that was sent, and what is meant to become of it. */
    public record Applied(UUID application, String email, Course course) {}

    private record Person(
            Course course,
            int daysAgo,
            String name,
            String country,
            String zone,
            String employer,
            String exams,
            int years,
            String expertise,
            String languages,
            Attendance attendance,
            String motivation) {

        String email() {
            return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
        }
    }

    private static final List<Person> PEOPLE = List.of(
            person(
                    Course.OVERDUE,
                    26,
                    "Mateus Vilar",
                    "BR",
                    "America/Sao_Paulo",
                    "Porto Digital Lab",
                    "SAA-C02",
                    5,
                    "networks, automation",
                    "Portuguese, English",
                    Attendance.NEARBY,
                    "I teach newcomers in our team and see each week which questions sort knowing from guessing."),
            person(
                    Course.ACCEPTED,
                    24,
                    "Hana Kimura",
                    "JP",
                    "Asia/Tokyo",
                    "Kaze Logistics",
                    "SAP-C01 SAA-C02",
                    11,
                    "migration, cost control",
                    "Japanese, English",
                    Attendance.ANYWHERE,
                    "After eleven years of moving warehouses to the cloud I have a drawer full of real decisions."),
            person(
                    Course.ACCEPTED,
                    23,
                    "Owen Pryce",
                    "GB",
                    "Europe/London",
                    "Cambrian Rail Data",
                    "SCS-C01",
                    8,
                    "identity, incident response",
                    "English, Welsh",
                    Attendance.NEARBY,
                    "I answered pagers for six years. Exams should ask what matters at three in the morning."),
            person(
                    Course.DECLINED,
                    22,
                    "Kyle Brandt",
                    "US",
                    "America/Denver",
                    "Freelance",
                    "CLF-C01",
                    0,
                    "learning",
                    "English",
                    Attendance.VIRTUAL,
                    "I passed my first exam last month and would like to see how the questions are made."),
            person(
                    Course.WAITLISTED,
                    20,
                    "Salma Idrissi",
                    "MA",
                    "Africa/Casablanca",
                    "Atlas Payments",
                    "AXS-C01",
                    6,
                    "messaging, testing",
                    "Arabic, French, English",
                    Attendance.NEARBY,
                    "I build payment flows and care about questions that a good developer enjoys."),
            person(
                    Course.WITHDRAWN,
                    18,
                    "Elif Aydin",
                    "TR",
                    "Europe/Istanbul",
                    "Bosphorus Cloud",
                    "SAA-C02",
                    4,
                    "containers",
                    "Turkish, English",
                    Attendance.VIRTUAL,
                    "I would like to give back what others taught me."),
            person(
                    Course.IN_REVIEW,
                    15,
                    "Tomas Hlavac",
                    "CZ",
                    "Europe/Prague",
                    "Vltava Energy",
                    "SAP-C01",
                    9,
                    "data platforms, resilience",
                    "Czech, German, English",
                    Attendance.ANYWHERE,
                    "Our grid may not stop, so I know what a good design has to survive."),
            person(
                    Course.IN_REVIEW,
                    14,
                    "Amara Nwosu",
                    "NG",
                    "Africa/Lagos",
                    "Lagoon Health",
                    "SCS-C01 CLF-C01",
                    7,
                    "encryption, audits",
                    "English, Igbo",
                    Attendance.NEARBY,
                    "I explain security to doctors. Plain questions are the hardest to write, and the ones I like."),
            person(
                    Course.IN_REVIEW,
                    12,
                    "Linnea Sandvik",
                    "SE",
                    "Europe/Stockholm",
                    "Fjell Media",
                    "AXS-C01",
                    5,
                    "serverless, observability",
                    "Swedish, English",
                    Attendance.VIRTUAL,
                    "I reviewed the question bank of our academy and found that I enjoy it more than writing code."),
            person(
                    Course.SUBMITTED,
                    10,
                    "Rashid Karimov",
                    "UZ",
                    "Asia/Tashkent",
                    "Silk Road Systems",
                    "SAA-C02",
                    6,
                    "storage, backup",
                    "Uzbek, Russian, English",
                    Attendance.VIRTUAL,
                    "Few people of my region write exams. Scenarios could look beyond the usual three cities."),
            person(
                    Course.SUBMITTED,
                    7,
                    "Chiara Bassi",
                    "IT",
                    "Europe/Rome",
                    "Bassi e Figli",
                    "CLF-C01 SAA-C02",
                    12,
                    "small businesses, cost",
                    "Italian, English",
                    Attendance.NEARBY,
                    "I help bakeries and workshops use the cloud. They ask better questions than most exams."),
            person(
                    Course.SUBMITTED,
                    5,
                    "Noa Ben Ami",
                    "IL",
                    "Asia/Jerusalem",
                    "Carmel Analytics",
                    "SAP-C01",
                    10,
                    "analytics, streaming",
                    "Hebrew, English",
                    Attendance.ANYWHERE,
                    "I have interviewed two hundred engineers and kept notes of what tells the good ones apart."),
            person(
                    Course.SUBMITTED,
                    3,
                    "Tevita Faleolo",
                    "NZ",
                    "Pacific/Auckland",
                    "Harbour Bridge IT",
                    "SCS-C01",
                    8,
                    "networks, zero trust",
                    "English, Tongan",
                    Attendance.VIRTUAL,
                    "My evenings are your mornings; reviews could be waiting when you wake up."),
            person(
                    Course.SUBMITTED,
                    1,
                    "Marisol Quispe",
                    "PE",
                    "America/Lima",
                    "Andes Retail",
                    "AXS-C01 SAA-C02",
                    4,
                    "event driven design",
                    "Spanish, Quechua, English",
                    Attendance.NEARBY,
                    "I translate our runbooks and know how a sentence can trip a reader whose first language is another."),
            person(
                    Course.UNCONFIRMED,
                    2,
                    "Pieter Claes",
                    "BE",
                    "Europe/Brussels",
                    "Scheldt Ports",
                    "SAA-C02",
                    9,
                    "hybrid networks",
                    "Dutch, French, English",
                    Attendance.NEARBY,
                    "Ports never sleep, and neither do good questions."),
            person(
                    Course.UNCONFIRMED,
                    1,
                    "Wanjiru Kamau",
                    "KE",
                    "Africa/Nairobi",
                    "Rift Mobile",
                    "CLF-C01",
                    3,
                    "mobile back ends",
                    "Swahili, English",
                    Attendance.VIRTUAL,
                    "I run study groups and would like to see the other side."),
            person(
                    Course.DRAFT,
                    6,
                    "Jonas Weber",
                    "DE",
                    "Europe/Berlin",
                    "Weber Automation",
                    "SAP-C01",
                    13,
                    "industrial systems",
                    "German, English",
                    Attendance.NEARBY,
                    ""),
            person(
                    Course.DRAFT,
                    1,
                    "Dilnoza Yusupova",
                    "KZ",
                    "Asia/Almaty",
                    "Steppe Data",
                    "AXS-C01",
                    5,
                    "",
                    "Kazakh, Russian, English",
                    Attendance.VIRTUAL,
                    ""));

    private final Rig rig;
    private final Applying applying;
    private final List<Applied> applied = new ArrayList<>();
    private @Nullable String stand;

    private Applicants(Rig rig) {
        this.rig = rig;
        this.applying = new Applying(rig);
    }

    /** Answers the applications that were sent, oldest first, for whoever reviews and decides them. */
    public static List<Applied> present(Rig rig, Caller pm, Instant today) {
        Applicants applicants = new Applicants(rig);
        rig.clock().set(today.minus(Duration.ofDays(30)));
        applicants.ask(pm, today);
        PEOPLE.forEach(person -> applicants.apply(person, today));
        return applicants.applied;
    }

    private void ask(Caller pm, Instant today) {
        LocalDate last = today.atZone(ZoneId.of("Europe/Berlin")).toLocalDate().plusDays(40);
        UUID link = rig.as(
                pm,
                () -> rig.get(InviteToApply.class)
                        .link(new InviteToApply.ForMany(
                                "Cloud days, stand 12", last, "Good that you came by. Here is the form we spoke of.")));
        stand = applying.inviteToken(link);
        rig.as(
                pm,
                () -> rig.get(InviteToApply.class)
                        .mail(new InviteToApply.Letters(
                                "Ruta Vaitkus <ruta.vaitkus@example.org>\nKwame Boateng <kwame.boateng@example.org>",
                                "You asked sharp questions after my talk. Ask them in an exam.")));
    }

    private void apply(Person person, Instant today) {
        rig.clock().set(today.minus(Duration.ofDays(person.daysAgo())).plus(Duration.ofMinutes(applied.size() * 7L)));
        String from = "198.51.100." + PEOPLE.indexOf(person);
        String invite = PEOPLE.indexOf(person) % 3 == 1 ? stand : null;
        Answers answers = answers(person);
        if (person.course() == Course.DRAFT) {
            FillInApplication.Saved saved = applying.save(null, 0, FormStep.ABOUT, answers, invite, from);
            applying.save(saved.secret(), saved.version(), FormStep.EXPERTISE, answers, invite, from);
            return;
        }
        UUID application = Objects.requireNonNull(applying.send(applying.fillIn(answers, invite, from), from));
        if (person.course() != Course.UNCONFIRMED) {
            rig.clock().advance(Duration.ofMinutes(11));
            applying.confirm(applying.confirmToken(application));
        }
        if (person.course() == Course.WITHDRAWN) {
            rig.clock().advance(Duration.ofDays(2));
            String token = applying.statusToken(application);
            rig.as(Caller.SYSTEM, () -> rig.get(WithdrawApplication.class).withdraw(token));
        }
        applied.add(new Applied(application, person.email(), person.course()));
    }

    private Answers answers(Person person) {
        Set<Long> exams = Arrays.stream(person.exams().split(" "))
                .map(code -> rig.count("select id from exam where code = ?1", code))
                .collect(Collectors.toSet());
        return new Answers(
                person.email(),
                person.name(),
                person.country(),
                person.zone(),
                person.employer(),
                exams,
                person.years() > 4 ? "Solutions Architect Associate, 2018" : null,
                person.years(),
                person.expertise(),
                person.languages(),
                person.motivation(),
                person.years() % 2 == 0 ? "A colleague" : "A conference",
                person.attendance());
    }

    private static Person person(
            Course course,
            int daysAgo,
            String name,
            String country,
            String zone,
            String employer,
            String exams,
            int years,
            String expertise,
            String languages,
            Attendance attendance,
            String motivation) {
        return new Person(
                course,
                daysAgo,
                name,
                country,
                zone,
                employer,
                exams,
                years,
                expertise,
                languages,
                attendance,
                motivation);
    }
}
