package org.smeportal.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.smeportal.events.EventKind;
import org.smeportal.events.Modality;
import org.smeportal.invitations.Answer;

/** The events of 2020. Exams, days and cities are those of the story; houses, people and what they answered are invented. */
final class Stories {
    private static final LocalTime NINE = LocalTime.of(9, 0);

    /** An event with how many are invited, who is left out or surely comes, and when it is planned. */
    record Told(Story story, int invitations, Map<String, Answer> special, Instant planned) {
        Told(Story story, int invitations, Map<String, Answer> special, String day) {
            this(story, invitations, special, LocalDate.parse(day).atTime(9, 0).toInstant(ZoneOffset.UTC));
        }
    }

    static final Story NASHVILLE = new Story(
            "Solutions Architect Professional, item writing",
            "Three days in one room: four items each, and a group that takes them apart.",
            EventKind.WORKSHOP,
            "SAP-C01",
            Modality.IN_PERSON,
            "America/Chicago",
            LocalDate.of(2020, 2, 18),
            3,
            NINE,
            LocalTime.of(17, 0),
            "Cumberland River House",
            "Broadway, Nashville, Tennessee",
            16);

    /** Planned in person in February; on 12 March all of them go virtual. */
    static final List<Told> SPRING = List.of(
            new Told(
                    inPerson(
                            "Security Specialty, item writing",
                            EventKind.WORKSHOP,
                            "SCS-C01",
                            "2020-03-24",
                            2,
                            12,
                            "America/Los_Angeles",
                            "Lake Union Hall",
                            "Westlake Avenue North, Seattle, Washington"),
                    18,
                    Map.of(ProgrammeYear.SME, Answer.NO),
                    "2020-02-07"),
            new Told(
                    inPerson(
                            "Solutions Architect Professional, group review",
                            EventKind.GROUP_REVIEW,
                            "SAP-C01",
                            "2020-04-14",
                            1,
                            10,
                            "Europe/Dublin",
                            "Liffey Rooms",
                            "Sir John Rogerson’s Quay, Dublin"),
                    14,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO),
                    "2020-02-10"),
            new Told(
                    inPerson(
                            "Cloud Practitioner, item writing",
                            EventKind.WORKSHOP,
                            "CLF-C01",
                            "2020-04-21",
                            2,
                            14,
                            "Europe/Berlin",
                            "Spree Werkhaus",
                            "Köpenicker Straße, Berlin"),
                    20,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.YES),
                    "2020-02-12"),
            new Told(
                    inPerson(
                            "Solutions Architect Associate, alpha review",
                            EventKind.ALPHA_REVIEW,
                            "SAA-C02",
                            "2020-04-28",
                            1,
                            10,
                            "Europe/London",
                            "Bankside Hall",
                            "Southwark Street, London"),
                    14,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO, ProgrammeYear.SME, Answer.NO),
                    "2020-02-14"),
            new Told(
                    inPerson(
                            "Alexa Skill Builder, group review",
                            EventKind.GROUP_REVIEW,
                            "AXS-C01",
                            "2020-05-05",
                            1,
                            8,
                            "America/Chicago",
                            "Congress House",
                            "Congress Avenue, Austin, Texas"),
                    12,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO),
                    "2020-02-17"),
            new Told(
                    inPerson(
                            "Solutions Architect Associate, item writing",
                            EventKind.WORKSHOP,
                            "SAA-C02",
                            "2020-05-19",
                            2,
                            14,
                            "America/Toronto",
                            "Harbourfront Rooms",
                            "Queens Quay, Toronto"),
                    20,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO),
                    "2020-02-19"),
            new Told(
                    inPerson(
                            "Security Specialty, group review",
                            EventKind.GROUP_REVIEW,
                            "SCS-C01",
                            "2020-05-27",
                            1,
                            8,
                            "Asia/Singapore",
                            "Marina House",
                            "Raffles Avenue, Singapore"),
                    12,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO),
                    "2020-02-21"));

    static final List<Told> ONLINE = List.of(
            told(
                    online("Security Specialty, alpha review", EventKind.ALPHA_REVIEW, "SCS-C01", "2020-06-09", 1, 10),
                    14,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online("Cloud Practitioner, group review", EventKind.GROUP_REVIEW, "CLF-C01", "2020-06-16", 1, 10),
                    14,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online(
                            "Solutions Architect Professional, item writing",
                            EventKind.WORKSHOP,
                            "SAP-C01",
                            "2020-06-23",
                            2,
                            12),
                    18,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online("Alexa Skill Builder, alpha review", EventKind.ALPHA_REVIEW, "AXS-C01", "2020-07-07", 1, 8),
                    12,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online("Cloud Practitioner, data review", EventKind.DATA_REVIEW, "CLF-C01", "2020-07-14", 1, 8),
                    12,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO, ProgrammeYear.SME, Answer.NO)),
            told(
                    online(
                            "Solutions Architect Associate, group review",
                            EventKind.GROUP_REVIEW,
                            "SAA-C02",
                            "2020-07-28",
                            1,
                            10),
                    14,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online(
                            "Solutions Architect Professional, alpha review",
                            EventKind.ALPHA_REVIEW,
                            "SAP-C01",
                            "2020-08-11",
                            1,
                            10),
                    14,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online("Cloud Practitioner, alpha review", EventKind.ALPHA_REVIEW, "CLF-C01", "2020-08-25", 1, 10),
                    14,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online("Alexa Skill Builder, item writing", EventKind.WORKSHOP, "AXS-C01", "2020-09-08", 2, 10),
                    14,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online("Security Specialty, data review", EventKind.DATA_REVIEW, "SCS-C01", "2020-09-22", 1, 8),
                    12,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online(
                            "Solutions Architect Associate, data review",
                            EventKind.DATA_REVIEW,
                            "SAA-C02",
                            "2020-10-06",
                            1,
                            8),
                    12,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online("Security Specialty, item writing", EventKind.WORKSHOP, "SCS-C01", "2020-10-13", 2, 12),
                    18,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online(
                            "Solutions Architect Professional, group review",
                            EventKind.GROUP_REVIEW,
                            "SAP-C01",
                            "2020-10-27",
                            1,
                            10),
                    14,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online("Cloud Practitioner, group review", EventKind.GROUP_REVIEW, "CLF-C01", "2020-11-10", 1, 10),
                    14,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online(
                            "Solutions Architect Associate, item writing",
                            EventKind.WORKSHOP,
                            "SAA-C02",
                            "2020-11-17",
                            2,
                            14),
                    20,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online("Alexa Skill Builder, data review", EventKind.DATA_REVIEW, "AXS-C01", "2020-11-24", 1, 8),
                    12,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO, ProgrammeYear.SME, Answer.NO)),
            told(
                    online(
                            "Solutions Architect Professional, data review",
                            EventKind.DATA_REVIEW,
                            "SAP-C01",
                            "2020-12-01",
                            1,
                            8),
                    12,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online("Security Specialty, group review", EventKind.GROUP_REVIEW, "SCS-C01", "2020-12-08", 1, 8),
                    12,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)),
            told(
                    online("Special workshop before Christmas", EventKind.WORKSHOP, "SAA-C02", "2020-12-17", 1, 16),
                    22,
                    Map.of(ProgrammeYear.NEWCOMER, Answer.NO)));

    private Stories() {}

    private static Told told(Story story, int invitations, Map<String, Answer> special) {
        return new Told(story, invitations, special, story.first().minusDays(45).toString());
    }

    private static Story inPerson(
            String title,
            EventKind kind,
            String exam,
            String first,
            int days,
            int seats,
            String zone,
            String venue,
            String address) {
        return new Story(
                title,
                "In one room, with small groups.",
                kind,
                exam,
                Modality.IN_PERSON,
                zone,
                LocalDate.parse(first),
                days,
                NINE,
                LocalTime.of(13, 0),
                venue,
                address,
                seats);
    }

    private static Story online(String title, EventKind kind, String exam, String first, int days, int seats) {
        return new Story(
                title,
                "Online, with a plenary and small groups.",
                kind,
                exam,
                Modality.VIRTUAL,
                "America/New_York",
                LocalDate.parse(first),
                days,
                NINE,
                LocalTime.of(13, 0),
                "",
                "",
                seats);
    }
}
