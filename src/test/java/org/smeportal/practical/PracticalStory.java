package org.smeportal.practical;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.smes.Need;
import org.smeportal.testing.Rig;

/** A hybrid event in Nashville with people who said yes, for one way of coming or the other. */
final class PracticalStory {
    final Rig rig;
    final Caller pm;
    private final long pmId;
    private int number;

    PracticalStory(Rig rig) {
        this.rig = rig;
        pmId = account("pm@example.org", "Priya Nair");
        pm = Rig.caller(pmId, "Priya Nair", "Europe/Berlin", Role.PM);
    }

    /** Somebody as the portal knows them. */
    record Person(UUID sme, long id, Caller caller) {}

    private long account(String email, String name) {
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), ?1, ?2, 'Europe/Lisbon', 'ACTIVE', 'n', now(6))""", email, name);
        return rig.count("select id from account where email = ?1", email);
    }

    Person person(String name) {
        UUID publicId = UUID.randomUUID();
        String email = "sme" + ++number + "@example.org";
        long account = account(email, "Account " + number);
        rig.update("""
                insert into sme (public_id, account_id, email, name, country, zone, employer, state, joined_on, created_at)
                values (?1, ?2, ?3, ?4, 'PT', 'Europe/Lisbon', 'Acme & <Sons>', 'ACTIVE', '2019-01-01', now(6))""", publicId.toString(), account, email, name);
        long id = rig.count("select id from sme where public_id = ?1", publicId.toString());
        return new Person(publicId, id, Rig.caller(account, name, "Europe/Lisbon", Role.SME));
    }

    /** As many as an event with a thousand seats needs, each with a word about food. */
    void crowd(UUID event, int count, Modality seat) {
        String batch = "crowd" + ++number + "-%";
        for (int i = 0; i < count; i++) {
            rig.update("""
                    insert into sme (public_id, email, name, country, zone, state, joined_on, created_at)
                    values (uuid(), ?1, ?2, 'PT', 'Europe/Lisbon', 'ACTIVE', '2019-01-01', now(6))""", batch.replace("%", i + "@example.org"), "Crowd %05d".formatted(i));
        }
        rig.update(SEAT.formatted("s.email like ?3"), eventId(event), seat.name(), batch);
        rig.update(
                "insert into sme_needs (sme_id, diet_note) select s.id, 'no onions' from sme s where s.email like ?1",
                batch);
    }

    private static final String SEAT = """
            insert into invitation (public_id, event_id, sme_id, status, wave, seat_pool_id, holds_seat, nonce, created_at)
            select uuid(), ?1, s.id, 'ACCEPTED', 1,
                (select p.id from seat_pool p where p.event_id = ?1 and p.modality = ?2), true, 'n', now(6)
            from sme s where %s""";

    void seat(UUID event, Modality seat, Person... people) {
        for (Person person : people) {
            rig.update(SEAT.formatted("s.id = " + person.id()), eventId(event), seat.name());
        }
    }

    UUID event(String title) {
        EventPlan plan = new EventPlan(
                EventKind.OTHER,
                null,
                title,
                null,
                Modality.HYBRID,
                ZoneId.of("America/Chicago"),
                LocalDate.of(2020, 3, 10),
                LocalDate.of(2020, 3, 10),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                "Cumberland River House",
                "Nashville",
                "https://meet.example.org/room",
                3000,
                3000,
                LocalDate.of(2020, 3, 1),
                LocalTime.NOON,
                pmId);
        return rig.as(pm, () -> rig.get(PlanEvent.class).create(plan, "The day", true));
    }

    long eventId(UUID event) {
        return rig.count("select id from event where public_id = ?1", event.toString());
    }

    void needs(Person person, String dietNote, String accessNote, Need... needs) {
        rig.update(
                "insert into sme_needs (sme_id, diet_note, access_note) values (?1, ?2, ?3)",
                person.id(),
                dietNote,
                accessNote);
        for (Need need : List.of(needs)) {
            rig.update("insert into sme_need values (?1, ?2)", person.id(), need.name());
        }
    }

    void write(UUID event, int version, PracticalFacts facts) {
        rig.as(pm, () -> rig.get(WritePractical.class).write(new WritePractical.Page(event, version, facts)));
    }

    void note(UUID event, UUID sme, String text) {
        rig.as(pm, () -> rig.get(WritePractical.class).note(new WritePractical.Note(event, sme, text)));
    }
}
