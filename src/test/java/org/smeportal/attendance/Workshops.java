package org.smeportal.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/**
 * A programme to test attendance with: a programme manager, an exam, SMEs, and events of one day that are over. Several can
 * be in one database: the first has the names that stories know, the next ones have numbers.
 */
public final class Workshops {

    public final Rig rig;
    public final Caller pm;
    private final long pmId;
    private final int number;
    private final String exam;
    private int smes;
    private int events;

    public Workshops(Rig rig) {
        this.rig = rig;
        number = rig.nextProgramme();
        exam = number == 1 ? "SAP" : "SAP" + number;
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), ?1, 'Priya Nair', 'Europe/Berlin', 'ACTIVE', 'n', now(6))""", address("pm"));
        pmId = rig.count("select id from account where email = ?1", address("pm"));
        rig.update("insert into exam (code, name, level, version_year) values (?1, 'Architect', 'Pro', 2020)", exam);
        pm = Rig.caller(pmId, "Priya Nair", "Europe/Berlin", Role.PM);
    }

    /** The code of the exam. */
    public String exam() {
        return exam;
    }

    /** An address in this programme. */
    public String address(String name) {
        return name + (number == 1 ? "" : "-" + number) + "@example.org";
    }

    public UUID sme(String name) {
        return sme(UUID.randomUUID(), name);
    }

    private UUID sme(UUID id, String name) {
        rig.update("""
                insert into sme (public_id, email, name, country, zone, state, joined_on, created_at)
                values (?1, ?2, ?3, 'PT', 'Europe/Lisbon', 'ACTIVE', '2019-01-01', now(6))""", id.toString(), address("sme" + ++smes), name);
        return id;
    }

    public List<UUID> smes(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(UUID.randomUUID());
        }
        StringBuilder sql = new StringBuilder(
                "insert into sme (public_id, email, name, country, zone, state, joined_on, created_at) values ");
        for (UUID id : ids) {
            int next = ++smes;
            sql.append(next == 1 || sql.charAt(sql.length() - 1) == ' ' ? "" : ",")
                    .append("('%s', '%s', 'Sme %04d', 'PT', 'Europe/Lisbon', 'ACTIVE', '2019-01-01', now(6))"
                            .formatted(id, address("sme" + next), next));
        }
        rig.update(sql.toString());
        return ids;
    }

    public long smeId(UUID sme) {
        return rig.count("select id from sme where public_id = ?1", sme.toString());
    }

    public long eventId(UUID event) {
        return rig.count("select id from event where public_id = ?1", event.toString());
    }

    /** A confirmed event from 9 to 17 o’clock of that day, over by now, with one session and these people seated. */
    public UUID over(EventKind kind, LocalDate day, String zone, List<UUID> seated) {
        UUID event = planned(kind, day, zone);
        seat(event, seated);
        Instant end = day.atTime(17, 0).atZone(ZoneId.of(zone)).toInstant();
        if (rig.clock().instant().isBefore(end)) {
            rig.clock().set(end.plus(Duration.ofMinutes(5)));
        }
        return event;
    }

    public UUID planned(EventKind kind, LocalDate day, String zone) {
        EventPlan plan = new EventPlan(
                kind,
                number == 1
                        ? rig.count("select min(id) from exam")
                        : rig.count("select id from exam where code = ?1", exam),
                "Event " + ++events,
                null,
                Modality.VIRTUAL,
                ZoneId.of(zone),
                day,
                day,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                null,
                null,
                "https://meet.example.org/room",
                0,
                2000,
                day.minusDays(2),
                LocalTime.NOON,
                pmId);
        return byPm(() -> rig.get(PlanEvent.class).create(plan, "The day", true));
    }

    public void seat(UUID event, List<UUID> seated) {
        long id = eventId(event);
        rig.update("update event set status = 'CONFIRMED', version = version + 1 where id = ?1", id);
        if (!seated.isEmpty()) {
            String ids = String.join("','", seated.stream().map(UUID::toString).toList());
            rig.update("""
                    insert into invitation (public_id, event_id, sme_id, status, wave, seat_pool_id, holds_seat, nonce,
                        created_at)
                    select uuid(), ?1, s.id, 'ACCEPTED', 1, (select min(id) from seat_pool where event_id = ?1), true, 'n',
                        now(6)
                    from sme s where s.public_id in ('%s')""".formatted(ids), id);
        }
    }

    public long session(UUID event) {
        return rig.count("select min(id) from event_session where event_id = ?1", eventId(event));
    }

    public void present(UUID event, UUID... smes) {
        long session = session(event);
        byPm(() -> rig.get(RecordAttendance.class)
                .record(new RecordAttendance.Marks(
                        event,
                        Arrays.stream(smes)
                                .map(sme -> new RecordAttendance.Mark(sme, session, Presence.PRESENT, null))
                                .toList())));
    }

    public void close(UUID event, CloseAttendance.Overrule... overrules) {
        byPm(() -> {
            rig.get(CloseAttendance.class).close(new CloseAttendance.Closing(event, List.of(overrules)));
            return null;
        });
    }

    /** An event that these people attended, closed. */
    public UUID attended(EventKind kind, LocalDate day, UUID... smes) {
        UUID event = over(kind, day, "Europe/Berlin", List.of(smes));
        present(event, smes);
        close(event);
        return event;
    }

    public void correct(UUID event, UUID sme, AttendanceResult result, String reason) {
        byPm(() -> {
            rig.get(CorrectAttendance.class)
                    .correct(new CorrectAttendance.Correction(event, sme, result, null, reason));
            return null;
        });
    }

    public <T> T byPm(Callable<T> act) {
        return rig.as(pm, act);
    }

    /** The rows of a query, each as one text with blanks between its columns. */
    public List<String> lines(String sql, Object... parameters) {
        return rig.rows(sql, parameters).stream()
                .map(row -> row instanceof Object[] columns
                        ? Arrays.stream(columns).map(String::valueOf).collect(Collectors.joining(" "))
                        : String.valueOf(row))
                .toList();
    }
}
