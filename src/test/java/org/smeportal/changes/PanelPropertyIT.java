package org.smeportal.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.smeportal.events.CancelEvent;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.EventQueries;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.events.StoredEvent;
import org.smeportal.invitations.Answer;
import org.smeportal.invitations.InvitationSweep;
import org.smeportal.invitations.PanelStory;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/**
 * Whatever happens to an event in whatever order, its panel stays true (R2.2, R2.4, R3.3, R3.4, R3.6): no seat is sold
 * twice, nobody overtakes, there is one invitation for an SME under one UID whose SEQUENCE never falls, and no single act
 * tells anybody twice.
 */
class PanelPropertyIT {

    private static final int PEOPLE = 9;

    private static Rig rig;
    private static PanelStory story;

    @BeforeContainer
    static void start() {
        rig = Rig.start();
        story = new PanelStory(rig);
    }

    @AfterContainer
    static void stop() {
        rig.close();
    }

    enum Kind {
        INVITE,
        MAILS,
        YES,
        YES_TOO,
        NO,
        MAYBE,
        SEATS,
        MODALITY,
        POSTPONE,
        NEW_DATE,
        APPLY,
        UNDO,
        DEADLINE,
        CANCEL
    }

    record Act(Kind kind, int who, int number, Modality modality) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(3, Kind.INVITE),
                Tuple.of(3, Kind.MAILS),
                Tuple.of(8, Kind.YES),
                Tuple.of(4, Kind.YES_TOO),
                Tuple.of(3, Kind.NO),
                Tuple.of(2, Kind.MAYBE),
                Tuple.of(3, Kind.SEATS),
                Tuple.of(4, Kind.MODALITY),
                Tuple.of(1, Kind.POSTPONE),
                Tuple.of(2, Kind.NEW_DATE),
                Tuple.of(5, Kind.APPLY),
                Tuple.of(1, Kind.UNDO),
                Tuple.of(1, Kind.DEADLINE),
                Tuple.of(1, Kind.CANCEL));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(Modality.class))
                .as(Act::new)
                .list()
                .ofMinSize(25)
                .ofMaxSize(40);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void thePanelStaysTrueWhateverHappens(@ForAll("acts") List<Act> acts, @ForAll Modality first) {
        rig.clock().set(PanelStory.BEGIN);
        EventCard event = story.event(story.plan(first, 2, 2));
        List<UUID> smes = story.smes(PEOPLE);
        Map<String, String> uids = new HashMap<>();
        Map<String, Integer> sequences = new HashMap<>();
        UUID[] change = new UUID[1];
        story.invite(event, smes.subList(0, 5), false);
        story.mailsLeave();
        for (Act act : acts) {
            rig.clock().advance(Duration.ofSeconds(7));
            long told = rig.count("select coalesce(max(id), 0) from outbox_message");
            boolean done = true;
            try {
                perform(act, event, smes, change);
            } catch (Refused | NotFound refused) {
                done = false;
            }
            Statistics.collect(act.kind(), done);
            seatsAreTrue(event);
            entriesAreTrue(event, uids, sequences);
            assertThat(rig.rows(
                            "select recipient, count(*) from outbox_message where id > ?1 group by recipient having count(*) > 1",
                            told))
                    .as("told twice by %s", act)
                    .isEmpty();
        }
        Statistics.collect("changes done", rig.count("""
                select count(*) from event_change c join event_change_part p on p.change_id = c.id
                where p.event_id = ?1 and c.state = 'DONE'""", event.id()) > 0);
        Statistics.coverage(coverage -> {
            coverage.check("changes done", true).count(count -> count > 0);
            coverage.check(Kind.YES, true).count(count -> count > 0);
            coverage.check(Kind.SEATS, true).count(count -> count > 0);
        });
    }

    private static void perform(Act act, EventCard event, List<UUID> smes, UUID[] change) {
        UUID sme = smes.get(act.who());
        switch (act.kind()) {
            case INVITE -> story.invite(event, List.of(sme), act.number() == 6);
            case MAILS -> story.mailsLeave();
            case YES, YES_TOO -> answer(event, sme, Answer.YES, act.modality());
            case NO -> answer(event, sme, Answer.NO, null);
            case MAYBE -> answer(event, sme, Answer.MAYBE, null);
            case SEATS -> seats(event, act.number());
            case MODALITY ->
                change[0] = plan(
                        ChangeKind.MODALITY,
                        act.modality(),
                        new ChangeEvents.Part(
                                event.id(),
                                null,
                                act.number(),
                                act.number(),
                                "House",
                                "Street",
                                "https://meet.example.org/x"),
                        act.who() > 5);
            case POSTPONE -> change[0] = plan(ChangeKind.POSTPONE, null, ChangeEvents.Part.only(event.id()), false);
            case NEW_DATE ->
                change[0] = plan(
                        ChangeKind.NEW_DATE,
                        null,
                        ChangeEvents.Part.on(event.id(), today().plusDays(60)),
                        act.who() > 5);
            case APPLY -> {
                rig.clock().advance(Duration.ofSeconds(61));
                rig.as(Caller.SYSTEM, () -> rig.get(ChangeSweep.class).run());
            }
            case UNDO -> {
                if (change[0] != null) {
                    UUID waiting = change[0];
                    story.asPm(() -> rig.get(ChangeEvents.class).undo(waiting));
                }
            }
            case DEADLINE -> {
                rig.clock().advance(Duration.ofDays(act.number()));
                rig.as(Caller.SYSTEM, () -> rig.get(InvitationSweep.class).run());
            }
            case CANCEL ->
                story.asPm(() -> rig.get(CancelEvent.class)
                        .cancel(new CancelEvent.Cancellation(event.publicId(), "It does not work out.")));
        }
    }

    private static void answer(EventCard event, UUID sme, Answer answer, Modality where) {
        boolean invited = rig.count(
                        "select count(*) from invitation i join sme s on s.id = i.sme_id"
                                + " where i.event_id = ?1 and s.public_id = ?2 and i.sent_at is not null",
                        event.id(),
                        sme.toString())
                > 0;
        if (invited) {
            story.answer(story.token(story.card(event.publicId()), sme), answer, where);
        }
    }

    private static void seats(EventCard event, int seats) {
        StoredEvent stored =
                rig.get(EventQueries.class).stored(event.publicId()).orElseThrow();
        EventPlan plan = new EventPlan(
                EventKind.OTHER,
                null,
                stored.title(),
                stored.purpose(),
                stored.modality(),
                stored.zone(),
                stored.firstDay(),
                stored.lastDay(),
                LocalTime.of(9, 0),
                LocalTime.of(13, 0),
                stored.venueName(),
                stored.venueAddress(),
                stored.meetingLink(),
                seats,
                seats,
                stored.deadlineDay(),
                stored.deadlineTime(),
                stored.leadId());
        story.asPm(() -> rig.get(PlanEvent.class).change(event.publicId(), stored.version(), plan));
    }

    private static UUID plan(ChangeKind kind, Modality to, ChangeEvents.Part part, boolean again) {
        boolean asks = again || kind == ChangeKind.NEW_DATE;
        ChangeEvents.Change change = new ChangeEvents.Change(
                kind, to, List.of(part), again, asks ? today().plusDays(5) : null, "Because of the weather.");
        return story.asPm(() -> rig.get(ChangeEvents.class).plan(change)).id();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(rig.clock().instant(), PanelStory.NEW_YORK);
    }

    /** R3.6: the counters are those of the rows, never past the capacity; who waited longer has the lower number. */
    private static void seatsAreTrue(EventCard event) {
        assertThat(rig.rows("""
                        select p.id from seat_pool p where p.event_id = ?1 and (p.taken > p.capacity
                           or p.taken <> (select count(*) from invitation i where i.seat_pool_id = p.id and i.holds_seat)
                           or p.waiting <> (select count(*) from invitation i
                                            where i.seat_pool_id = p.id and i.status = 'WAITLISTED'))""", event.id())).isEmpty();
        assertThat(rig.rows("""
                        select a.id from invitation a join invitation b on b.seat_pool_id = a.seat_pool_id
                        where a.event_id = ?1 and a.status = 'WAITLISTED' and b.status = 'WAITLISTED'
                            and a.answered_at < b.answered_at and a.ticket > b.ticket""", event.id())).as("first come, first served").isEmpty();
        assertThat(rig.rows("""
                        select i.id from invitation i left join seat_pool p on p.id = i.seat_pool_id
                        where i.event_id = ?1 and (i.holds_seat or i.status = 'WAITLISTED')
                            and (p.id is null or p.event_id <> i.event_id)""", event.id()))
                .as("a seat of a pool that is there")
                .isEmpty();
    }

    /** R3.3, R3.4: who was told of an invitation keeps its UID, and its SEQUENCE never falls. */
    private static void entriesAreTrue(EventCard event, Map<String, String> uids, Map<String, Integer> sequences) {
        for (Object found : rig.rows(
                "select sme_id, public_id, sequence from invitation where event_id = ?1 and sent_at is not null",
                event.id())) {
            Object[] row = (Object[]) found;
            String sme = row[0].toString();
            assertThat(uids.computeIfAbsent(sme, first -> (String) row[1])).isEqualTo(row[1]);
            int sequence = Sql.integer(row[2]);
            assertThat(sequence).isGreaterThanOrEqualTo(sequences.getOrDefault(sme, 0));
            sequences.put(sme, sequence);
        }
        assertThat(rig.count(
                        "select count(*) - count(distinct sme_id) from invitation where event_id = ?1", event.id()))
                .isZero();
    }
}
