package org.smeportal.online;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.smeportal.attendance.Workshops;
import org.smeportal.events.EventKind;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** What the tests of the day online tell: SMEs who can sign in, events with seats, rooms and questions. */
public final class OnlineStory {

    public final Rig rig;
    public final Workshops workshops;
    public final Caller pm;
    private int accounts;

    public OnlineStory(Rig rig) {
        this.rig = rig;
        this.workshops = new Workshops(rig);
        this.pm = workshops.pm;
    }

    /** An SME with an account. */
    public record Member(UUID sme, Caller caller) {}

    public Member member(String name, String zone) {
        UUID sme = workshops.sme(name);
        long account = account(name, zone);
        rig.update("update sme set account_id = ?1, zone = ?2 where public_id = ?3", account, zone, sme.toString());
        return new Member(sme, Rig.caller(account, name, zone, Role.SME));
    }

    public Caller pm(String name, String zone) {
        return Rig.caller(account(name, zone), name, zone, Role.PM);
    }

    private long account(String name, String zone) {
        String email = "member" + ++accounts + "@example.org";
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), ?1, ?2, ?3, 'ACTIVE', 'n', now(6))""", email, name, zone);
        return rig.count("select id from account where email = ?1", email);
    }

    /** A confirmed event in Berlin, 9 to 17 o’clock of that day, with these people seated. */
    public UUID event(String day, Member... seated) {
        UUID event = workshops.planned(EventKind.WORKSHOP, LocalDate.parse(day), "Europe/Berlin");
        workshops.seat(event, List.of(seated).stream().map(Member::sme).toList());
        return event;
    }

    public UUID room(UUID event, RoomKind kind, String name) {
        String link = "https://meet.example.org/" + UUID.randomUUID();
        rig.as(pm, () -> rig.get(ManageRooms.class).save(new ManageRooms.RoomPlan(event, null, 0, kind, name, link)));
        return uuid("select public_id from event_room where link = ?1", link);
    }

    public UUID ask(Member member, UUID event, String words) {
        return ask(member, event, UUID.randomUUID(), null, words);
    }

    public UUID ask(Member member, UUID event, UUID formKey, UUID room, String words) {
        rig.as(
                member.caller(),
                () -> rig.get(AskForHelp.class).ask(new AskForHelp.Question(event, formKey, room, words)));
        return uuid("select public_id from help_request where form_key = ?1", formKey.toString());
    }

    public HelpQueries.Request request(UUID id) {
        return rig.get(HelpQueries.class).one(id).orElseThrow();
    }

    public DayQueries.Day day(UUID event, Member member) {
        return rig.get(DayQueries.class)
                .day(event, member.caller().accountId(), false)
                .orElseThrow();
    }

    public UUID uuid(String sql, Object... parameters) {
        return UUID.fromString((String) rig.rows(sql, parameters).get(0));
    }
}
