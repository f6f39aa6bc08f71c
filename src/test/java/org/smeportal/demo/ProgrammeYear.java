package org.smeportal.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.smeportal.agreements.AcceptAgreement;
import org.smeportal.agreements.KeepAgreement;
import org.smeportal.agreements.Wording;
import org.smeportal.attendance.AttendanceResult;
import org.smeportal.attendance.CloseAttendance;
import org.smeportal.attendance.ImportPastEvent;
import org.smeportal.attendance.Presence;
import org.smeportal.attendance.RecordAttendance;
import org.smeportal.changes.ChangeEvents;
import org.smeportal.changes.ChangeKind;
import org.smeportal.changes.ChangeSweep;
import org.smeportal.changes.Consequences;
import org.smeportal.events.EventClock;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.events.SessionRow;
import org.smeportal.exams.GrantDuties;
import org.smeportal.exams.LoadCatalogue;
import org.smeportal.feedback.GiveFeedback;
import org.smeportal.feedback.Pace;
import org.smeportal.invitations.Answer;
import org.smeportal.invitations.AnswerInvitation;
import org.smeportal.invitations.InvitationSweep;
import org.smeportal.invitations.InviteSmes;
import org.smeportal.notifications.Relay;
import org.smeportal.online.AnswerHelp;
import org.smeportal.online.AskForHelp;
import org.smeportal.online.BookCall;
import org.smeportal.online.FormGroups;
import org.smeportal.online.ManageRooms;
import org.smeportal.online.RoomKind;
import org.smeportal.profiles.Evidence;
import org.smeportal.profiles.JudgeQualification;
import org.smeportal.profiles.KeepOwnProfile;
import org.smeportal.profiles.Limits;
import org.smeportal.profiles.TravelRadius;
import org.smeportal.security.Caller;
import org.smeportal.security.Duty;
import org.smeportal.security.Role;
import org.smeportal.smes.CreateSme;
import org.smeportal.smes.InviteToPortal;
import org.smeportal.smes.KeepOwnDays;
import org.smeportal.testing.Rig;
import org.smeportal.venues.KeepVenues;
import org.smeportal.venues.VenueFacts;
import org.smeportal.years.MarkFavourite;

/**
 * The year 2020 of a certification programme, lived through the same acts that the pages call: a first workshop that
 * predates the portal, Nashville in February, then everything virtual. The demo shows it, the scenario test asserts it.
 */
public final class ProgrammeYear {
    public static final String SME = "sme@example.org";
    public static final String NEWCOMER = "newcomer@example.org";
    public static final String PM = "pm@example.org";
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final Rig rig;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Long> venues = new LinkedHashMap<>();
    private Caller pm = Caller.SYSTEM;
    private Caller secondPm = Caller.SYSTEM;
    private UUID agreement = new UUID(0, 0);

    /** An SME of the demo with the account they sign in with. */
    public ProgrammeYear(Rig rig) {
        this.rig = rig;
    }

    /** Exams, accounts and about sixty SMEs, in January 2020. */
    public void begin() {
        at("2020-01-07T09:00:00Z");
        rig.get(LoadCatalogue.class).load();
        long admin = DemoAccounts.insert(rig, "admin@example.org", "Ada Winter", "Europe/Dublin", "ADMIN");
        Caller ada = Rig.caller(admin, "Ada Winter", "Europe/Dublin", Role.ADMIN);
        publishAgreement(ada);
        long lead = DemoAccounts.insert(rig, PM, "Priya Nair", "Europe/Berlin", "PM");
        long second = DemoAccounts.insert(rig, "second.pm@example.org", "Tomasz Lewandowski", "Europe/Warsaw", "PM");
        secondPm = Rig.caller(second, "Tomasz Lewandowski", "Europe/Warsaw", Role.PM);
        pm = Rig.caller(lead, "Priya Nair", "Europe/Berlin", Role.PM);
        keepVenue("Cumberland River House", "Broadway", "Nashville", "US", "America/Chicago", "Riverside", "Loft");
        keepVenue(
                "Tagus Conference House", "Cais do Sodré", "Lisbon", "PT", "Europe/Lisbon", "Alfama", "Belém", "Graça");
        Map<String, Long> exams = exams();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Path.of("db", "demo", "smes.csv"))) {
            for (NamedCsvRecord row : rows) {
                admit(row, exams);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        grant(ada, lead, exams.keySet(), Duty.PM);
        grant(ada, second, Set.of("CLF-C01", "SCS-C01"), Duty.PM);
        grant(ada, lead, Set.of("SAA-C02"), Duty.EDITOR);
        grant(pm, member(SME).caller().accountId(), Set.of("SAP-C01"), Duty.TECHNICAL, Duty.FAIRNESS);
        grant(pm, member(SME).caller().accountId(), Set.of("SAA-C02"), Duty.EDITOR);
        grant(pm, member(NEWCOMER).caller().accountId(), Set.of("SAA-C02"), Duty.KEY_VERIFIER);
    }

    private void grant(Caller granter, long account, Set<String> exams, Duty... duties) {
        List<GrantDuties.Choice> choices = exams.stream()
                .flatMap(exam -> Arrays.stream(duties).map(duty -> new GrantDuties.Choice(exam, duty, true)))
                .toList();
        UUID id = UUID.fromString((String)
                rig.rows("select public_id from account where id = ?1", account).get(0));
        rig.as(granter, () -> rig.get(GrantDuties.class).choose(new GrantDuties.Choices(id, choices)));
    }

    /** R1.4: the first version of the agreement, which every SME accepts. */
    private void publishAgreement(Caller office) {
        String text;
        try {
            text = Files.readString(Path.of("db", "demo", "agreement.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Wording wording = new Wording("Agreement on secrecy and fair play", text, null);
        agreement = rig.as(office, () -> rig.get(KeepAgreement.class).draft(wording));
        rig.as(
                office,
                () -> rig.get(KeepAgreement.class)
                        .publish(new KeepAgreement.Publishing(agreement, 1, wording.title())));
    }

    private void keepVenue(String name, String address, String city, String country, String zone, String... rooms) {
        List<VenueFacts.Room> halls = Arrays.stream(rooms)
                .map(room -> new VenueFacts.Room(null, room, 12 + 2 * room.length()))
                .toList();
        UUID venue = rig.as(
                pm,
                () -> rig.get(KeepVenues.class)
                        .create(new VenueFacts(
                                name, address, city, country, zone, "Ask for the house manager.", halls)));
        venues.put(name, rig.count("select id from venue where public_id = ?1", venue.toString()));
    }

    private void admit(NamedCsvRecord row, Map<String, Long> exams) {
        Set<String> codes = Set.of(row.getField("exams").split(" "));
        UUID sme = rig.as(
                pm,
                () -> rig.get(CreateSme.class)
                        .create(new CreateSme.NewSme(
                                row.getField("email"),
                                row.getField("name"),
                                row.getField("country"),
                                row.getField("zone"),
                                row.getField("employer"),
                                row.getField("expertise"),
                                row.getField("languages"),
                                codes.stream().map(exams::get).collect(Collectors.toSet()),
                                row.getField("visible").equals("yes"))));
        String email = row.getField("email");
        long account;
        if (email.equals(SME) || email.equals(NEWCOMER)) {
            account = DemoAccounts.insert(rig, email, row.getField("name"), row.getField("zone"), "SME");
            rig.update("update sme set account_id = ?1 where email = ?2", account, email);
        } else {
            rig.as(pm, () -> rig.get(InviteToPortal.class).invite(sme));
            account = rig.count("select account_id from sme where email = ?1", email);
        }
        Caller caller = Rig.caller(account, row.getField("name"), row.getField("zone"), Role.SME);
        rig.clock().advance(Duration.ofMinutes(7));
        rig.as(
                caller,
                () -> rig.get(AcceptAgreement.class)
                        .accept(new AcceptAgreement.Acceptance(agreement, true, "203.0.113." + members.size() % 250)));
        members.put(email, new Member(sme, caller, codes));
    }

    /** Nashville, the spring that was planned in person and went virtual, and everything online until Christmas. */
    public void yearOf2020() {
        hold(Stories.NASHVILLE, 20, Map.of(NEWCOMER, Answer.NO));
        List<Held> spring = Stories.SPRING.stream()
                .map(told -> prepare(told.story(), told.invitations(), told.special(), told.planned()))
                .toList();
        goVirtual();
        finish(spring.get(0));
        importSeattle();
        spring.stream().skip(1).forEach(this::finish);
        new ItemWriters(rig, pm).endOfWriting();
        Stories.ONLINE.forEach(
                told -> finish(prepare(told.story(), told.invitations(), told.special(), told.planned())));
        favourite("Solutions Architect Professional, item writing", "2020-02-18");
    }

    /** R2.4: travel stops, so every event of the spring goes virtual in one step. */
    private void goVirtual() {
        at("2020-03-12T15:00:00Z");
        Consequences consequences = rig.get(Consequences.class);
        List<ChangeEvents.Part> parts =
                consequences.between(LocalDate.of(2020, 3, 15), LocalDate.of(2020, 5, 31), Modality.VIRTUAL).stream()
                        .map(event -> new ChangeEvents.Part(
                                event.id(), null, 0, 14, null, null, "https://meet.example.org/spring-" + event.id()))
                        .toList();
        rig.as(
                pm,
                () -> rig.get(ChangeEvents.class)
                        .plan(new ChangeEvents.Change(
                                ChangeKind.MODALITY,
                                Modality.VIRTUAL,
                                parts,
                                false,
                                null,
                                "Travel has stopped, so we meet online this spring. Dates and hours stay.")));
        at("2020-03-12T16:30:00Z");
        rig.as(Caller.SYSTEM, () -> rig.get(ChangeSweep.class).run());
        relay();
    }

    /** R4.7: of all the year, the demo's SME liked the one in a real room best. */
    private void favourite(String title, String day) {
        UUID event = UUID.fromString(
                (String) rig.rows("select public_id from event where title = ?1 and date(starts_at) = ?2", title, day)
                        .get(0));
        rig.as(
                member(SME).caller(),
                () -> rig.get(MarkFavourite.class)
                        .mark(new MarkFavourite.Favourite(LocalDate.parse(day).getYear(), event)));
    }

    /** Four coming events seen from {@code today}, and one that was over two days ago. */
    public void present(Instant today) {
        LocalDate day = today.atZone(ZoneId.of("Europe/Berlin")).toLocalDate();
        Story justOver = new Story(
                "Solutions Architect Associate, item writing",
                "Six items on storage and resilience, written and torn apart together.",
                EventKind.WORKSHOP,
                "SAA-C02",
                Modality.VIRTUAL,
                "Europe/Madrid",
                day.minusDays(3),
                2,
                LocalTime.of(15, 0),
                LocalTime.of(19, 0),
                "",
                "",
                10);
        UUID over = plan(justOver, today.minus(Duration.ofDays(50)));
        List<String> invited = candidates("SAA-C02", 12, Set.of());
        invite(over, invited, today.minus(Duration.ofDays(48)));
        answerAll(over, invited, Map.of(NEWCOMER, Answer.YES), justOver.seats());
        confirmAndStart(over, justOver);
        List<String> writers = present(over, List.of());
        new ItemWriters(rig, pm)
                .present(
                        over,
                        writers.stream().map(email -> member(email).caller()).toList());
        reviewInTwoRooms(over, writers);

        Story writing = new Story(
                "Solutions Architect Professional, item writing",
                "Four items each on migration planning, torn apart together.",
                EventKind.WORKSHOP,
                "SAP-C01",
                Modality.VIRTUAL,
                "America/New_York",
                day.plusDays(24),
                1,
                NINE,
                LocalTime.of(13, 0),
                "",
                "",
                9);
        UUID next = plan(writing, today.minus(Duration.ofDays(10)));
        List<String> panel = candidates("SAP-C01", 12, Set.of());
        invite(next, panel, today.minus(Duration.ofDays(8)));
        answerSome(next, panel, Map.of(SME, ""), "YYYNYMYNY---");

        Story review = new Story(
                "Security Specialty, group review",
                "Eleven items from the November workshop.",
                EventKind.GROUP_REVIEW,
                "SCS-C01",
                Modality.VIRTUAL,
                "Europe/London",
                day.plusDays(37),
                1,
                LocalTime.of(14, 0),
                LocalTime.of(17, 0),
                "",
                "",
                6);
        UUID full = plan(review, today.minus(Duration.ofDays(9)));
        List<String> reviewers = new ArrayList<>(candidates("SCS-C01", 9, Set.of(SME)));
        reviewers.add(0, SME);
        invite(full, reviewers, today.minus(Duration.ofDays(7)));
        answerSome(full, reviewers, Map.of(), "YYYYYYYYYN");
        dayOnline(full, today);

        Story lisbon = new Story(
                "Cloud Practitioner, item writing",
                "Two days in one room, with a walk along the river between.",
                EventKind.WORKSHOP,
                "CLF-C01",
                Modality.IN_PERSON,
                "Europe/Lisbon",
                day.plusDays(58),
                2,
                NINE,
                LocalTime.of(17, 0),
                "Tagus Conference House",
                "Cais do Sodré, Lisbon",
                16);
        UUID city = plan(lisbon, today.minus(Duration.ofDays(6)));
        List<String> travellers = candidates("CLF-C01", 14, Set.of(SME));
        invite(city, travellers, today.minus(Duration.ofDays(4)));
        answerSome(city, travellers, Map.of(), "YYNYM---------");
        KeepOwnDays.Days family = new KeepOwnDays.Days(day.plusDays(56), day.plusDays(60), "Family");
        rig.as(
                member(travellers.get(6)).caller(),
                () -> rig.get(KeepOwnDays.class).add(family));

        Story special = new Story(
                "Special workshop of the season",
                "Three groups, one afternoon, and the best item of the year.",
                EventKind.WORKSHOP,
                "SAA-C02",
                Modality.VIRTUAL,
                "Europe/Berlin",
                day.plusDays(72),
                1,
                LocalTime.of(14, 0),
                LocalTime.of(20, 0),
                "",
                "",
                24);
        plan(special, today.minus(Duration.ofDays(2)));
        List<Applicants.Applied> applied = Applicants.present(rig, pm, today);
        clock(today.minus(Duration.ofDays(3)));
        new ReviewedApplicants(rig, pm, secondPm).tell(applied);
        clock(today.minus(Duration.ofDays(1)));
        profile(day);
        new AroundEvents(rig, pm).tell(city, next, member(SME).publicId(), day);
        clock(today);
        relay();
    }

    /** R1.5: the demo's SME says what they want to be asked for, and tells two exams; one is confirmed. */
    private void profile(LocalDate day) {
        Caller sme = member(SME).caller();
        rig.as(sme, () -> rig.get(KeepOwnProfile.class).limit(new Limits(30, TravelRadius.REGION)));
        Evidence solid = new Evidence(
                "Solutions Architect Professional", "SAP-20417", null, day.minusDays(1050), day.plusDays(45));
        Evidence open = new Evidence(
                "Security Specialty", null, "https://certificates.example.org/noor-haddad", day.minusDays(20), null);
        UUID confirmed = rig.as(sme, () -> rig.get(KeepOwnProfile.class).claim(solid, exams().get("SAP-C01")));
        rig.as(sme, () -> rig.get(KeepOwnProfile.class).claim(open, exams().get("SCS-C01")));
        rig.as(pm, () -> rig.get(JudgeQualification.class).confirm(confirmed));
    }

    /** The workshop of September 2019 predates the portal; its record is taken over in April 2020. */
    private void importSeattle() {
        at("2020-04-02T10:00:00Z");
        Story seattle = new Story(
                "Alexa Skill Builder, item writing",
                "The first workshop for this exam, before there was a portal.",
                EventKind.WORKSHOP,
                "AXS-C01",
                Modality.IN_PERSON,
                "America/Los_Angeles",
                LocalDate.of(2019, 9, 24),
                3,
                NINE,
                LocalTime.of(17, 0),
                "Lake Union Hall",
                "Westlake Avenue North, Seattle, Washington",
                14);
        Map<UUID, AttendanceResult> results = new LinkedHashMap<>();
        for (String email : candidates("AXS-C01", 10, Set.of())) {
            results.put(member(email).publicId(), AttendanceResult.ATTENDED);
        }
        rig.as(
                pm,
                () -> rig.get(ImportPastEvent.class)
                        .importEvent(new ImportPastEvent.PastEvent(
                                planOf(seattle), "Item writing", results, "taken over from the list of 2019")));
        relay();
    }

    /** An event that was planned and answered, and will be held. */
    private record Held(Story story, UUID event, List<String> invited) {}

    private void hold(Story story, int invitations, Map<String, Answer> special) {
        finish(prepare(story, invitations, special, story.startsAt().minus(Duration.ofDays(45))));
    }

    private Held prepare(Story story, int invitations, Map<String, Answer> special, Instant planned) {
        UUID event = plan(story, planned);
        Set<String> without = special.entrySet().stream()
                .filter(entry -> entry.getValue() == Answer.NO)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<String> invited = candidates(story.exam(), invitations, without);
        invite(event, invited, planned.plus(Duration.ofDays(2)));
        answerAll(event, invited, special, story.seats());
        return new Held(story, event, invited);
    }

    private void finish(Held held) {
        confirmAndStart(held.event(), held.story());
        if (held.story() == Stories.NASHVILLE) {
            new ItemWriters(rig, pm).begin2020(member(SME).caller(), held.event());
        }
        List<String> seated = present(
                held.event(), held.invited().size() > 6 ? List.of(held.invited().get(5)) : List.of());
        clock(held.story().endsAt().plus(Duration.ofHours(20)));
        rig.as(pm, () -> rig.get(CloseAttendance.class).close(new CloseAttendance.Closing(held.event(), List.of())));
        relay();
        feedback(held.event(), seated);
        if (seated.isEmpty()) {
            throw new IllegalStateException(held.story().title() + " was held without anybody");
        }
    }

    /** Five of those who were there say how it was. */
    private void feedback(UUID event, List<String> seated) {
        rig.clock().advance(Duration.ofHours(3));
        List<String> kept = List.of("The small groups.", "The pace of the second half.", "Reviewing in pairs.");
        for (int i = 0; i < Math.min(5, seated.size()); i++) {
            GiveFeedback.Answer answer = new GiveFeedback.Answer(
                    event,
                    i == 2 ? 3 : 4 + i % 2,
                    i == 3 ? Pace.TOO_FAST : Pace.RIGHT,
                    i != 2,
                    i < kept.size() ? kept.get(i) : null,
                    i == 2 ? "A longer break after the second hour." : null,
                    i == 1);
            rig.as(
                    member(seated.get(i)).caller(),
                    () -> rig.get(GiveFeedback.class).give(answer));
        }
    }

    /** Rooms and groups are ready; two asked for help, one of them was answered, and a call is booked. */
    private void dayOnline(UUID event, Instant today) {
        clock(today.minus(Duration.ofMinutes(40)));
        room(event, RoomKind.PLENARY, "Main room", "main");
        room(event, RoomKind.GROUP, "Group North", "north");
        room(event, RoomKind.GROUP, "Group South", "south");
        room(event, RoomKind.HELP, "Help desk", "help");
        rig.as(pm, () -> rig.get(FormGroups.class).spread(new FormGroups.Spreading(event, true)));
        List<String> seated =
                rig.rows("""
                        select s.email from invitation i join event e on e.id = i.event_id join sme s on s.id = i.sme_id
                        where e.public_id = ?1 and i.status = 'ACCEPTED' order by s.email = 'sme@example.org' desc, s.id""", event.toString()).stream().map(String.class::cast).toList();
        UUID answered = asked(event, seated.get(0), "How long may the scenario of an item be?");
        rig.clock().advance(Duration.ofMinutes(9));
        rig.as(
                pm,
                () -> rig.get(AnswerHelp.class)
                        .answer(new AnswerHelp.Answer(answered, "About 120 words; shorter is kinder.", null)));
        rig.clock().advance(Duration.ofMinutes(12));
        asked(event, seated.get(0), "Two of us wrote on the same task. Who keeps it?");
        rig.clock().advance(Duration.ofMinutes(6));
        UUID taken = asked(event, seated.get(1), "My camera works in the main room only.");
        rig.as(pm, () -> rig.get(AnswerHelp.class).take(taken));
        rig.as(
                pm,
                () -> rig.get(BookCall.class)
                        .book(new BookCall.Booking(
                                event,
                                member(seated.get(0)).publicId(),
                                null,
                                UUID.randomUUID(),
                                today.plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS),
                                15,
                                "https://meet.example.org/help")));
    }

    /** The demo's SME sits in the first room, its newcomer in the second. */
    private void reviewInTwoRooms(UUID event, List<String> people) {
        room(event, RoomKind.GROUP, "Group 1", "review-1");
        room(event, RoomKind.GROUP, "Group 2", "review-2");
        List<Member> first = new ArrayList<>(List.of(member(SME)));
        List<Member> second = new ArrayList<>(List.of(member(NEWCOMER)));
        for (String email : people) {
            if (!email.equals(SME) && !email.equals(NEWCOMER)) {
                (first.size() > second.size() ? second : first).add(member(email));
            }
        }
        new GroupReviews(rig, pm).present(event, first, second);
    }

    private void room(UUID event, RoomKind kind, String name, String address) {
        rig.as(
                pm,
                () -> rig.get(ManageRooms.class)
                        .save(new ManageRooms.RoomPlan(
                                event, null, 0, kind, name, "https://meet.example.org/" + address)));
    }

    private UUID asked(UUID event, String email, String question) {
        UUID form = UUID.randomUUID();
        rig.as(
                member(email).caller(),
                () -> rig.get(AskForHelp.class).ask(new AskForHelp.Question(event, form, null, question)));
        return UUID.fromString(
                (String) rig.rows("select public_id from help_request where form_key = ?1", form.toString())
                        .get(0));
    }

    private UUID plan(Story story, Instant on) {
        clock(on);
        return rig.as(pm, () -> rig.get(PlanEvent.class).create(planOf(story), "Item writing and review", true));
    }

    private EventPlan planOf(Story story) {
        boolean online = story.modality() == Modality.VIRTUAL;
        LocalDate deadline = story.first().minusDays(14);
        return new EventPlan(
                story.kind(),
                exams().get(story.exam()),
                story.title(),
                story.purpose(),
                story.modality(),
                story.zoneId(),
                story.first(),
                story.first().plusDays(story.days() - 1L),
                story.from(),
                story.to(),
                online ? null : story.venue(),
                online ? null : story.address(),
                online
                        ? "https://meet.example.org/" + story.exam().toLowerCase(java.util.Locale.ROOT) + "-"
                                + story.first()
                        : null,
                story.seats(),
                story.seats(),
                deadline,
                LocalTime.of(18, 0),
                pm.accountId(),
                online ? null : venues.get(story.venue()),
                null);
    }

    private void invite(UUID event, List<String> emails, Instant on) {
        clock(on);
        List<UUID> smes = emails.stream().map(email -> member(email).publicId()).toList();
        rig.as(pm, () -> rig.get(InviteSmes.class).invite(new InviteSmes.Wave(event, smes, false)));
        rig.clock().advance(Duration.ofMinutes(5));
        relay();
    }

    /** As many yes as there are seats and two more; the last ones say no or nothing. */
    private void answerAll(UUID event, List<String> invited, Map<String, Answer> special, int seats) {
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < invited.size(); i++) {
            answers.append(i < seats + 1 ? (i % 7 == 4 ? 'N' : 'Y') : i % 2 == 0 ? 'M' : '-');
        }
        Map<String, String> fixed = new LinkedHashMap<>();
        special.forEach((email, answer) -> fixed.put(email, answer.name().substring(0, 1)));
        fixed.putIfAbsent(SME, "Y");
        answerSome(event, invited, fixed, answers.toString());
    }

    /** One letter an SME: Yes, No, Maybe, or - for no answer. */
    private void answerSome(UUID event, List<String> invited, Map<String, String> special, String answers) {
        for (int i = 0; i < invited.size(); i++) {
            String email = invited.get(i);
            String letter = special.getOrDefault(email, i < answers.length() ? answers.substring(i, i + 1) : "-");
            Answer answer = switch (letter) {
                case "Y" -> Answer.YES;
                case "N" -> Answer.NO;
                case "M" -> Answer.MAYBE;
                default -> null;
            };
            if (answer != null) {
                rig.clock().advance(Duration.ofMinutes(97));
                UUID invitation = invitation(event, email);
                rig.as(
                        member(email).caller(),
                        () -> rig.get(AnswerInvitation.class).own(invitation, answer, null));
            }
        }
        relay();
    }

    private void confirmAndStart(UUID event, Story story) {
        clock(story.startsAt().minus(Duration.ofDays(10)));
        rig.as(Caller.SYSTEM, () -> rig.get(InvitationSweep.class).run());
        rig.as(pm, () -> rig.get(PlanEvent.class).confirm(event));
        clock(story.startsAt().plus(Duration.ofMinutes(1)));
        rig.as(Caller.SYSTEM, () -> rig.get(EventClock.class).tick());
        clock(story.endsAt().plus(Duration.ofMinutes(10)));
    }

    /** Ticks everybody off who has a seat, but for those who did not come; answers who was there. */
    private List<String> present(UUID event, List<String> missing) {
        long id = rig.get(EventDirectory.class).byPublicId(event).orElseThrow().id();
        List<SessionRow> sessions = rig.get(EventDirectory.class).sessions(id);
        List<String> there = new ArrayList<>();
        List<RecordAttendance.Mark> marks = new ArrayList<>();
        for (Object email : rig.rows(
                "select s.email from invitation i join sme s on s.id = i.sme_id where i.event_id = ?1 and i.status = 'ACCEPTED' order by s.id",
                id)) {
            boolean came = !missing.contains((String) email) || email.equals(SME);
            for (SessionRow session : sessions) {
                marks.add(new RecordAttendance.Mark(
                        member((String) email).publicId(),
                        session.id(),
                        came ? Presence.PRESENT : Presence.ABSENT,
                        null));
            }
            if (came) {
                there.add((String) email);
            }
        }
        rig.as(pm, () -> rig.get(RecordAttendance.class).record(new RecordAttendance.Marks(event, marks)));
        return there;
    }

    /** Who knows the exam, the demo's SME and newcomer first, then others in turn. */
    private List<String> candidates(String exam, int most, Set<String> without) {
        return members.entrySet().stream()
                .filter(member -> member.getValue().exams().contains(exam))
                .map(Map.Entry::getKey)
                .filter(email -> !without.contains(email))
                .limit(most)
                .toList();
    }

    private UUID invitation(UUID event, String email) {
        List<?> found = rig.rows("""
                select i.public_id from invitation i join event e on e.id = i.event_id join sme s on s.id = i.sme_id
                where e.public_id = ?1 and s.email = ?2""", event.toString(), email);
        return UUID.fromString((String) found.get(0));
    }

    private Map<String, Long> exams() {
        return Arrays.stream(rig.rows("select code, id from exam").toArray())
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }

    private Member member(String email) {
        Member member = members.get(email);
        if (member == null) {
            throw new IllegalStateException("no SME " + email);
        }
        return member;
    }

    private void relay() {
        rig.as(Caller.SYSTEM, () -> rig.get(Relay.class).run());
    }

    private void at(String instant) {
        clock(Instant.parse(instant));
    }

    private void clock(Instant instant) {
        rig.clock().set(instant);
    }
}
