package org.smeportal.scenarios;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.smeportal.attendance.Presence;
import org.smeportal.attendance.RecordAttendance;
import org.smeportal.audit.Sealing;
import org.smeportal.calendar.FeedKind;
import org.smeportal.calendar.FeedQueries;
import org.smeportal.calendar.KeepFeed;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.demo.DemoData;
import org.smeportal.events.EventClock;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.exams.GrantDuties;
import org.smeportal.items.JudgeSubmission;
import org.smeportal.items.WithdrawItem;
import org.smeportal.items.WrittenItems;
import org.smeportal.notifications.MailGroup;
import org.smeportal.profiles.KeepOwnProfile;
import org.smeportal.security.Caller;
import org.smeportal.security.Duty;
import org.smeportal.security.Role;
import org.smeportal.tasks.AskForTask;
import org.smeportal.tasks.Work;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.FrozenPortal;
import org.smeportal.testing.HttpUser;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;

/**
 * One story in two worlds: Ana and Bo sit in the same workshop, one of them writes the items, the other one a single item.
 * Who is who differs; everything else, down to the ids of what was there before, is the same.
 */
final class SwapStory {
    static final String ANA = "swap.ana@example.org";
    static final String BO = "swap.bo@example.org";
    /** An SME without a seat. */
    static final String ELSEWHERE = "swap.elsewhere@example.org";
    /** Two who review with both, one of them late. */
    static final String CLEO = "swap.cleo@example.org";

    static final String LATE = "swap.late@example.org";

    static final String EXAM = "SAP-C01";

    private static final Instant BEFORE = Instant.parse("2021-03-02T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2021, 3, 4);
    private static final Instant IN_THE_WORKSHOP = Instant.parse("2021-03-04T11:00:00Z");

    private final FrozenPortal portal;
    private final Rig rig;
    private final WrittenItems items;
    private final Caller ana;
    private final Caller bo;
    private final Caller pm;
    private final UUID event;
    private final Listener listener;

    /** Hears of the moments of the story, and what people who are author in neither world were answered. */
    interface Listener {
        void moment(String name);

        void told(String name, HttpResponse<byte[]> answer);
    }

    private SwapStory(FrozenPortal portal, Function<SwapStory, Listener> listener) {
        this.portal = portal;
        this.listener = listener.apply(this);
        rig = portal.rig();
        items = new WrittenItems(rig);
        ana = caller(rig, ANA, Role.SME);
        bo = caller(rig, BO, Role.SME);
        pm = caller(rig, "pm@example.org", Role.PM);
        event = UUID.fromString((String)
                rig.rows("select public_id from event where title = 'The swap'").get(0));
    }

    /** What both worlds begin with: the demo, Ana, Bo, one more SME, and a workshop. */
    static EmbeddedDatabase.Connection beginning(int port) {
        EmbeddedDatabase.Connection database = EmbeddedDatabase.empty();
        DemoData.loadInto(database, Rig.SECRET, "http://127.0.0.1:" + port, BEFORE);
        try (Rig rig = Rig.on(
                database.url(),
                database.user(),
                database.password(),
                new StoryClock(BEFORE),
                Rig.config(Duration.ofSeconds(60)))) {
            sme(rig, ANA, "Ana Ruiz");
            sme(rig, BO, "Bo Lindqvist");
            sme(rig, ELSEWHERE, "Nia Elsewhere");
            sme(rig, CLEO, "Cleo Vidal");
            sme(rig, LATE, "Lou Tardy");
            Caller pm = caller(rig, "pm@example.org", Role.PM);
            rig.as(pm, () -> rig.get(GrantDuties.class).choose(duties(rig)));
            rig.as(pm, () -> rig.get(PlanEvent.class).create(plan(rig, pm), "The day", true));
            rig.update("update event set status = 'CONFIRMED', version = version + 1 where title = 'The swap'");
            rig.update("""
                    insert into invitation (public_id, event_id, sme_id, status, wave, seat_pool_id, holds_seat, nonce,
                        created_at)
                    select uuid(), e.id, s.id, 'ACCEPTED', 1, (select min(id) from seat_pool where event_id = e.id), true,
                        concat('n', s.id), ?1
                    from event e join sme s on s.email in ('%s', '%s', '%s', '%s', 'sme@example.org')
                    where e.title = 'The swap'""".formatted(ANA, BO, CLEO, LATE), java.sql.Timestamp.from(BEFORE));
            rig.as(
                    caller(rig, BO, Role.SME),
                    () -> rig.get(KeepOwnProfile.class).chooseMails(EnumSet.of(MailGroup.TASKS)));
            rig.as(pm, () -> rig.get(KeepFeed.class).make(new KeepFeed.Command(FeedKind.PROGRAMME)));
            rig.as(
                    caller(rig, "sme@example.org", Role.SME),
                    () -> rig.get(KeepFeed.class).make(new KeepFeed.Command(FeedKind.OWN)));
        }
        return database;
    }

    /** A member of the group checks what it accepts. */
    private static GrantDuties.Choices duties(Rig rig) {
        UUID account =
                UUID.fromString((String) rig.rows("select public_id from account where email = 'sme@example.org'")
                        .get(0));
        return new GrantDuties.Choices(account, List.of(new GrantDuties.Choice(EXAM, Duty.EDITOR, true)));
    }

    private static EventPlan plan(Rig rig, Caller pm) {
        return new EventPlan(
                EventKind.WORKSHOP,
                rig.count("select id from exam where code = ?1", EXAM),
                "The swap",
                null,
                Modality.VIRTUAL,
                ZoneId.of("Europe/Berlin"),
                DAY,
                DAY,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                null,
                null,
                "https://meet.example.org/swap",
                0,
                20,
                DAY.minusDays(1),
                LocalTime.NOON,
                rig.count("select id from account where email = ?1", "pm@example.org"),
                null,
                null);
    }

    private static void sme(Rig rig, String email, String name) {
        long account = DemoAccounts.insert(rig, email, name, "Europe/Lisbon", "SME");
        rig.update("""
                insert into sme (public_id, account_id, email, name, country, zone, state, joined_on, created_at)
                values (uuid(), ?1, ?2, ?3, 'PT', 'Europe/Lisbon', 'ACTIVE', '2019-01-01', utc_timestamp(6))""", account, email, name);
        rig.update("""
                insert into agreement_acceptance (agreement_id, account_id, accepted_at, address, text_sha256)
                select id, ?1, utc_timestamp(6), '203.0.113.1', sha2(text, 256) from agreement
                where state = 'PUBLISHED'""", account);
    }

    private static Caller caller(Rig rig, String email, Role role) {
        Object[] row = (Object[]) rig.rows("select id, name, zone from account where email = ?1", email)
                .get(0);
        return Rig.caller(((Number) row[0]).longValue(), (String) row[1], (String) row[2], role);
    }

    static FrozenPortal open(Path jar, EmbeddedDatabase.Connection beginning, int port, Path folder) {
        FrozenPortal portal = FrozenPortal.start(jar, EmbeddedDatabase.copyOf(beginning), port, folder, BEFORE);
        portal.awaitReady();
        return portal;
    }

    /** Lives it; {@code byAna} says which world this is. */
    static SwapStory lived(FrozenPortal portal, boolean byAna, Function<SwapStory, Listener> listener) {
        SwapStory story = new SwapStory(portal, listener);
        story.live(byAna ? story.ana : story.bo, byAna ? story.bo : story.ana);
        return story;
    }

    private void live(Caller writer, Caller other) {
        rig.as(pm, () -> rig.get(AskForTask.class).ask(task(ana)));
        rig.as(pm, () -> rig.get(AskForTask.class).ask(task(bo)));
        portal.at(IN_THE_WORKSHOP);
        rig.as(Caller.SYSTEM, () -> rig.get(EventClock.class).tick());
        UUID returned = items.submitted(writer, event, 2);
        UUID resubmitted = items.submitted(writer, event, 1);
        UUID ofTheOther = items.submitted(other, event, 3);
        UUID waiting = items.submitted(writer, event, 1);
        portal.advance(Duration.ofMinutes(20));
        UUID duplicate = items.submitted(writer, event, 2);
        UUID withdrawn = items.submitted(writer, event, 1);
        UUID draft = items.draft(writer, event, 1);
        // codes are random, and lists of one day are sorted by them
        rig.update("update item set code = concat('ITM-', lpad(id, 4, '0')) where event_id = ?1", eventId());
        portal.advance(Duration.ofMinutes(30));
        JudgeSubmission judge = rig.get(JudgeSubmission.class);
        rig.as(pm, () -> judge.giveBack(new JudgeSubmission.Judgement(returned, 1, "Name the service.")));
        rig.as(pm, () -> judge.giveBack(new JudgeSubmission.Judgement(resubmitted, 1, "Two keys are right.")));
        rig.as(pm, () -> judge.duplicate(new JudgeSubmission.Judgement(duplicate, 1, "Look at what Bo or Ana has.")));
        portal.advance(Duration.ofMinutes(7));
        items.fill(writer, resubmitted, WrittenItems.text(12));
        items.submit(writer, resubmitted);
        items.fill(writer, returned, WrittenItems.text(13));
        rig.as(writer, () -> rig.get(WithdrawItem.class).withdraw(withdrawn));
        portal.sendMail();
        for (String email : List.of(ANA, BO)) {
            HttpUser user = HttpUser.signedIn(portal.url(), rig, email);
            user.ask("GET", "/app/items/my-items");
            for (UUID item : List.of(returned, resubmitted, ofTheOther, waiting, draft)) {
                user.ask("GET", "/app/items/my-item/" + item);
                user.ask("GET", "/app/items/draft/" + item);
            }
        }
        UUID session = SwapReview.scheduled(rig, pm, event, List.of(resubmitted, ofTheOther, waiting));
        SwapReview review = new SwapReview(portal, session, listener);
        review.live();
        review.answered(items, pm, other, ofTheOther);
        attend();
        rig.as(pm, () -> rig.get(AskForTask.class).ask(task(ana)));
        rig.as(pm, () -> rig.get(AskForTask.class).ask(task(bo)));
        portal.sendMail();
        portal.advance(Duration.ofHours(1));
        rig.as(Caller.SYSTEM, () -> rig.get(Sealing.class).run());
    }

    private AskForTask.Asked task(Caller sme) {
        return new AskForTask.Asked(
                UUID.fromString((String) rig.rows("select public_id from sme where account_id = ?1", sme.accountId())
                        .get(0)),
                new Work("Write items", null, null),
                null);
    }

    /** Ana and Bo are there, both. */
    private void attend() {
        long session = rig.count("select min(id) from event_session where event_id = ?1", eventId());
        List<RecordAttendance.Mark> marks =
                rig.rows("select sme_id from invitation where event_id = ?1 order by sme_id", eventId()).stream()
                        .map(sme -> new RecordAttendance.Mark(
                                UUID.fromString((String) rig.rows("select public_id from sme where id = ?1", sme)
                                        .get(0)),
                                session,
                                Presence.PRESENT,
                                null))
                        .toList();
        rig.as(pm, () -> rig.get(RecordAttendance.class).record(new RecordAttendance.Marks(event, marks)));
    }

    private long eventId() {
        return rig.count("select id from event where public_id = ?1", event.toString());
    }

    /** The random ids of what the story is about, by table. */
    Map<String, List<String>> things() {
        Map<String, List<String>> things = new LinkedHashMap<>();
        things.put("item", ids("select public_id from item where event_id = " + eventId() + " order by id"));
        things.put("event", List.of(event.toString()));
        things.put(
                "review_session",
                ids(
                        "select s.public_id from review_session s join review_round r on r.id = s.round_id where r.event_id = "
                                + eventId()));
        String both = "email in ('" + ANA + "', '" + BO + "')";
        things.put("sme", ids("select public_id from sme where " + both + " order by id"));
        things.put("account", ids("select public_id from account where " + both + " order by id"));
        things.put(
                "invitation",
                ids("select i.public_id from invitation i join sme s on s.id = i.sme_id where s." + both
                        + " order by i.id"));
        things.put(
                "sme_task",
                ids("select t.public_id from sme_task t join sme s on s.id = t.sme_id where s." + both
                        + " order by t.id"));
        return things;
    }

    private List<String> ids(String query) {
        return rig.rows(query).stream().map(String.class::cast).toList();
    }

    /** The numbers of the outbox around what the story sent. */
    List<Long> messages() {
        long last = rig.count("select max(id) from outbox_message");
        return java.util.stream.LongStream.rangeClosed(last - 16, last + 2)
                .boxed()
                .toList();
    }

    List<String> feeds() {
        return List.of(pm, caller(rig, "sme@example.org", Role.SME)).stream()
                .flatMap(owner -> rig.get(FeedQueries.class).of(owner.accountId()).stream())
                .map(feed -> URI.create(feed.url()).getPath())
                .toList();
    }

    /** What a curious person would filter by, by the name of the parameter. */
    Map<String, String> guesses() {
        Map<String, String> guesses = new LinkedHashMap<>();
        guesses.put("sort|order|by", "author");
        guesses.put("account|viewer|who", things().get("account").get(0));
        guesses.put("sme|author|writer|pick", things().get("sme").get(0));
        guesses.put(".*", "Ana Ruiz");
        return guesses;
    }

    /** An item of the one who wrote them. */
    String itemOfTheWriter() {
        return things().get("item").get(0);
    }

    /** Where a leak is planted: what somebody gets, by who it is. */
    Map<String, String> plots() {
        String session = things().get("review_session").get(0);
        return Map.of(
                "/app/pipeline/item-list",
                "pm@example.org",
                "/app/reviews/live/" + session,
                "sme@example.org",
                "/app/reviews/reviewer-list",
                "pm@example.org");
    }
}
