package org.smeportal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.WritingRoom;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** What a forecast counts on the real database (R8.2): states, seats, targets, and whose exams. */
class ForecastIT {
    private static Rig rig;
    private static WritingRoom room;
    private static UUID over;
    private static UUID coming;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        room = new WritingRoom(rig);
        Caller ana = room.author("Ana Ruiz");
        over = room.workshop(ana, room.author("Uma Lind"));
        coming = room.workshop(LocalDate.of(2020, 5, 11));
        rig.clock().set(java.time.Instant.parse("2020-05-07T09:00:00Z"));
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static void items(int count, int domain, ItemStatus status, int revision, UUID event) {
        rig.update(
                """
                insert into item (public_id, code, exam_id, event_id, domain, status, status_since, revision,
                    unscored_revision, created_at)
                select uuid(), concat('F', lpad(?4 + seq, 6, '0')), ?1, ?2, ?3, ?5, '2020-02-12', ?6,
                    if(?5 in ('SCORED_LIVE'), ?6, null), '2020-02-10'
                from seq_1_to_""" + count,
                room.exam(),
                room.people.eventId(event),
                domain,
                (int) rig.count("select count(*) from item"),
                status.name(),
                revision);
    }

    @Test
    void sharesAndSeatsAreCountedFromWhatHappened() {
        items(15, 1, ItemStatus.QC1, 1, over);
        items(3, 2, ItemStatus.SCORED_LIVE, 2, over);
        items(6, 1, ItemStatus.REJECTED, 1, over);
        items(2, 1, ItemStatus.REJECTED, 0, over);
        items(4, 2, ItemStatus.IN_REVIEW, 1, over);
        items(2, 3, ItemStatus.DRAFT, 0, coming);
        rig.update("update seat_pool set taken = 2 where event_id = ?1", room.people.eventId(over));
        set(null, Map.of(1, 40, 2, 10));
        set(coming, Map.of(1, 30));
        Forecast forecast = room.byPm(() -> rig.get(ForecastQueries.class).of(room.exam()));
        assertThat(forecast.past()).isEqualTo(new Past(30, 28, 18, 6, 2, 28));
        assertThat(forecast.own()).isTrue();
        assertThat(forecast.lines())
                .extracting(
                        Forecast.Line::wanted, Forecast.Line::through, Forecast.Line::onTheWay, Forecast.Line::drafts)
                .containsExactly(tuple(40, 15, 0, 0), tuple(10, 3, 4, 0), tuple(0, 0, 0, 2));
        int seats =
                (int) rig.count("select sum(capacity) from seat_pool where event_id = ?1", room.people.eventId(coming));
        assertThat(forecast.lines().get(0).toCome())
                .as("14 a seat while answers are open, no more than is wanted")
                .isEqualTo(Math.min(30, 14.0 * seats));
        rig.clock().set(java.time.Instant.parse("2020-05-11T08:00:00Z"));
        assertThat(room.byPm(() -> rig.get(ForecastQueries.class).of(room.exam()))
                        .lines()
                        .get(0)
                        .toCome())
                .as("the deadline is over and nobody has a seat")
                .isZero();
        rig.clock().set(java.time.Instant.parse("2020-06-11T08:00:00Z"));
        assertThat(room.byPm(() -> rig.get(ForecastQueries.class).of(room.exam()))
                        .workshops())
                .as("it is over")
                .isZero();
    }

    @Test
    void whoIsProgrammeManagerOfNothingForecastsNothing() {
        Caller stranger = room.author("Stan Other", Role.PM);
        assertThat(rig.as(stranger, () -> rig.get(ForecastQueries.class).exams()))
                .isEmpty();
        assertThat(rig.as(stranger, () -> rig.get(ForecastQueries.class).of(room.exam()))
                        .lines())
                .isEmpty();
    }

    private static void set(UUID event, Map<Integer, Integer> wanted) {
        room.byPm(() -> {
            rig.get(SetTargets.class).set(new SetTargets.Targets("SAP", event, wanted));
            return null;
        });
    }
}
