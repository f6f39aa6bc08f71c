package org.smeportal.items;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.smeportal.attendance.Workshops;
import org.smeportal.events.EventKind;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** A workshop that is open for writing: an exam with three domains, its programme manager, authors with accounts and seats. */
public final class WritingRoom {
    /** Within the day of the workshop, so that authors may write. */
    public static final Instant AT_NOON = Instant.parse("2020-02-10T11:00:00Z");

    public final Rig rig;
    public final Workshops people;
    public final WrittenItems items;
    public final Caller pm;
    private int accounts;

    public WritingRoom(Rig rig) {
        this.rig = rig;
        people = new Workshops(rig);
        items = new WrittenItems(rig);
        pm = people.pm;
        rig.update("""
                insert into exam_domain (exam_id, number, name, weight_percent)
                select e.id, d.number, d.name, d.weight from exam e join (
                    select 1 number, 'Design' name, 50 weight union all select 2, 'Security', 30
                    union all select 3, 'Cost', 20) d
                where not exists (select 1 from exam_domain other where other.exam_id = e.id)""");
        rig.update("""
                insert into exam_task (exam_id, domain, number, statement)
                select e.id, 1, t.number, t.statement from exam e join (
                    select 1 number, 'Choose a queue' statement union all select 2, 'Choose a store') t
                where not exists (select 1 from exam_task other where other.exam_id = e.id)""");
        duty(pm, code());
    }

    public long exam() {
        return rig.count("select id from exam where code = ?1", code());
    }

    /** The code of the exam. */
    public String code() {
        return people.exam();
    }

    /** Makes somebody programme manager of an exam. */
    public void duty(Caller caller, String exam) {
        rig.update("insert ignore into account_role (account_id, role) values (?1, 'PM')", caller.accountId());
        rig.update("""
                insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                select ?1, id, 'PM', 'test', now(6) from exam where code = ?2""", caller.accountId(), exam);
    }

    /** Somebody with an account, who is an SME; {@code roles} besides that of an SME. */
    public Caller author(String name, Role... roles) {
        UUID sme = people.sme(name);
        String email = people.address("author" + ++accounts);
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), ?1, ?2, 'Europe/Lisbon', 'ACTIVE', 'n', now(6))""", email, name);
        long account = rig.count("select id from account where email = ?1", email);
        rig.update("insert into account_role (account_id, role) values (?1, 'SME')", account);
        rig.update("update sme set account_id = ?1 where public_id = ?2", account, sme.toString());
        Role[] all = Arrays.copyOf(roles, roles.length + 1);
        all[roles.length] = Role.SME;
        return Rig.caller(account, name, "Europe/Lisbon", all);
    }

    /** A workshop of that day in which these authors have seats; the clock stands at its noon then. */
    public UUID workshop(LocalDate day, Caller... authors) {
        rig.clock().set(day.minusDays(5).atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
        UUID event = people.planned(EventKind.WORKSHOP, day, "Europe/Berlin");
        people.seat(event, List.of(authors).stream().map(this::sme).toList());
        rig.clock().set(day.atTime(11, 0).toInstant(java.time.ZoneOffset.UTC));
        return event;
    }

    public UUID workshop(Caller... authors) {
        return workshop(LocalDate.of(2020, 2, 10), authors);
    }

    public UUID sme(Caller author) {
        return UUID.fromString((String) rig.rows("select public_id from sme where account_id = ?1", author.accountId())
                .get(0));
    }

    public long id(UUID item) {
        return rig.count("select id from item where public_id = ?1", item.toString());
    }

    public <T> T byPm(java.util.concurrent.Callable<T> act) {
        return rig.as(pm, act);
    }
}
