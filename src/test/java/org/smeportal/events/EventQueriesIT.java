package org.smeportal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** The list of events: filter, order, sums, and the same number of statements at any size. */
class EventQueriesIT {

    private static Rig rig;
    private static Caller pm;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), 'pm@example.org', 'Priya', 'Europe/Berlin', 'ACTIVE', 'x', utc_timestamp(6))""");
        rig.update("insert into exam (code, name, level, version_year) values ('SAP-C01', 'Architect', 'Pro', 2019)");
        pm = Rig.caller(rig.count("select id from account"), "Priya", "Europe/Berlin", Role.PM);
        // ten events: a day each from 30 January to 8 February; it is the morning of 3 February
        insert(0, 10);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static void insert(int from, int to) {
        rig.update("""
                insert into event (public_id, kind, exam_id, title, status, modality, zone, starts_at, ends_at,
                    rsvp_deadline, lead_id, created_at)
                select uuid(), if(seq %% 2 = 0, 'WORKSHOP', 'OTHER'), if(seq %% 2 = 0, (select min(id) from exam), null),
                    concat('Event ', char(90 - seq %% 10), ' 100%%'), if(seq %% 5 = 0, 'DRAFT', 'PLANNED'), 'HYBRID',
                    'America/New_York', timestampadd(day, seq %% 10, '2020-01-30 08:00'),
                    timestampadd(day, seq %% 10, '2020-01-30 16:00'), '2020-01-20 17:00', ?1, utc_timestamp(6)
                from seq_%d_to_%d""".formatted(from, to - 1), pm.accountId());
        rig.update("""
                insert into seat_pool (event_id, modality, capacity, taken, waiting)
                select e.id, 'IN_PERSON', 9, 6, 2 from event e
                where not exists (select 1 from seat_pool p where p.event_id = e.id)""");
        rig.update("""
                insert into seat_pool (event_id, modality, capacity, taken, waiting)
                select e.id, 'VIRTUAL', 20, 1, 1 from event e
                where not exists (select 1 from seat_pool p where p.event_id = e.id and p.modality = 'VIRTUAL')""");
    }

    private static EventQueries.Filter all() {
        return new EventQueries.Filter("", null, null, null, EventQueries.When.ALL);
    }

    private static EventQueries.Filter when(EventQueries.When when) {
        return new EventQueries.Filter("", null, null, null, when);
    }

    private static Page<EventQueries.Row> page(EventQueries.Filter filter, EventQueries.Sort sort) {
        return rig.as(pm, () -> rig.get(EventQueries.class).page(filter, sort, new PageRequest(1, 5)));
    }

    @Test
    void aListNeedsTheSameFewStatementsForTenAndForAThousandEvents() {
        rig.statements().reset();
        assertThat(page(all(), EventQueries.Sort.START).total()).isEqualTo(10);
        int atTen = rig.statements().count();
        insert(10, 1000);
        try {
            rig.statements().reset();
            assertThat(page(all(), EventQueries.Sort.START).total()).isEqualTo(1000);
            assertThat(rig.statements().count()).isEqualTo(atTen).isLessThanOrEqualTo(8);
        } finally {
            List<?> extra = rig.rows("select id from event order by id limit 990 offset 10");
            long first = ((Number) extra.get(0)).longValue();
            rig.update("delete from seat_pool where event_id >= ?1", first);
            rig.update("delete from event where id >= ?1", first);
        }
    }

    @Test
    void comingOnesBeginWithTheOneThatRunsAndPastOnesWithTheLast() {
        rig.clock().set(java.time.Instant.parse("2020-02-03T09:00:00Z"));
        Page<EventQueries.Row> coming = page(when(EventQueries.When.COMING), EventQueries.Sort.START);
        assertThat(coming.total()).isEqualTo(6);
        assertThat(coming.rows().get(0).startsAt()).isEqualTo("2020-02-03T08:00:00Z");
        Page<EventQueries.Row> past = page(when(EventQueries.When.PAST), EventQueries.Sort.START);
        assertThat(past.total()).isEqualTo(4);
        assertThat(past.rows().get(0).startsAt()).isEqualTo("2020-02-02T08:00:00Z");
    }

    @Test
    void titlesAreSortedAndPagesFollowEachOther() {
        Page<EventQueries.Row> first = page(all(), EventQueries.Sort.TITLE);
        Page<EventQueries.Row> second = rig.as(
                pm, () -> rig.get(EventQueries.class).page(all(), EventQueries.Sort.TITLE, new PageRequest(2, 5)));
        assertThat(IntStream.range(0, 10)
                        .mapToObj(
                                i -> (i < 5 ? first : second).rows().get(i % 5).title()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void filtersNarrowTheListAndTakeWildcardsLiterally() {
        assertThat(count("Event z", null, null, null)).isEqualTo(1);
        assertThat(count("100%", null, null, null)).isEqualTo(10);
        assertThat(count("1_0", null, null, null)).isZero();
        assertThat(count("' or 1=1 --", null, null, null)).isZero();
        assertThat(count("", EventStatus.DRAFT, null, null)).isEqualTo(2);
        assertThat(count("", null, EventKind.WORKSHOP, null)).isEqualTo(5);
        assertThat(count("", null, null, rig.count("select id from exam"))).isEqualTo(5);
        assertThat(count("", null, null, -1L)).isZero();
    }

    private static long count(String search, EventStatus status, EventKind kind, Long exam) {
        return page(new EventQueries.Filter(search, status, kind, exam, EventQueries.When.ALL), EventQueries.Sort.START)
                .total();
    }

    @Test
    void aRowSumsTheSeatsOfItsPoolsAndCountsInvitations() {
        long event = rig.count("select min(id) from event");
        for (String status : List.of("SENT", "ACCEPTED", "ACCEPTED", "WITHDRAWN")) {
            String mail = UUID.randomUUID() + "@example.org";
            rig.update("""
                    insert into sme (public_id, email, name, country, zone, state, joined_on, created_at)
                    values (uuid(), ?1, 'Ana', 'PT', 'Europe/Lisbon', 'ACTIVE', '2020-01-01', utc_timestamp(6))""", mail);
            rig.update("""
                    insert into invitation (public_id, event_id, sme_id, status, wave, holds_seat, nonce, created_at)
                    select uuid(), ?1, id, ?2, 1, ?3, 'n', utc_timestamp(6) from sme where email = ?4""", event, status, status.equals("ACCEPTED"), mail);
        }
        EventQueries.Row row = page(when(EventQueries.When.PAST), EventQueries.Sort.START).rows().stream()
                .filter(found -> found.startsAt().toString().equals("2020-01-30T08:00:00Z"))
                .findFirst()
                .orElseThrow();
        assertThat(row.capacity()).isEqualTo(29);
        assertThat(row.taken()).isEqualTo(7);
        assertThat(row.waiting()).isEqualTo(3);
        assertThat(row.invited()).isEqualTo(3);
        assertThat(row.accepted()).isEqualTo(2);
        assertThat(row.examCode()).isEqualTo("SAP-C01");
    }

    @Test
    void anEventThatDoesNotExistIsNotStored() {
        assertThat(rig.as(pm, () -> rig.get(EventQueries.class).stored(UUID.randomUUID())))
                .isEmpty();
    }
}
