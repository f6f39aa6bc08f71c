package org.smeportal.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.invitations.InviteSmes;
import org.smeportal.invitations.UndoWave;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** What the tests of this package tell: SMEs are invited, and the relay mails them. */
final class OutboxStory {

    static final Instant BEGIN = Instant.parse("2020-02-03T09:00:00Z");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Rig rig;
    final Caller pm;

    OutboxStory(Rig rig) {
        this.rig = rig;
        String publicId = UUID.randomUUID().toString();
        rig.update(
                "insert into account (public_id, email, name, zone, state, link_nonce, created_at)"
                        + " values (?1, 'pm@example.org', 'Priya Nair', 'Europe/Berlin', 'ACTIVE', 'nonce', ?2)",
                publicId,
                Sql.parameter(BEGIN));
        long id = rig.count("select id from account where public_id = ?1", publicId);
        rig.update("insert into account_role values (?1, 'PM')", id);
        pm = Rig.caller(id, "Priya Nair", "Europe/Berlin", Role.PM);
    }

    /** A new event to which SMEs of these names are invited: one message each. */
    InviteSmes.Invited invite(String... names) {
        UUID event = event(Math.max(1, names.length));
        List<UUID> smes = new ArrayList<>();
        for (String name : names) {
            smes.add(sme(name));
        }
        return rig.as(pm, () -> rig.get(InviteSmes.class).invite(new InviteSmes.Wave(event, smes, false)));
    }

    InviteSmes.Invited inviteMany(int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = "Sme " + i;
        }
        return invite(names);
    }

    int undo(UUID batch) {
        return rig.as(pm, () -> rig.get(UndoWave.class).undo(batch));
    }

    void relay() {
        rig.as(Caller.SYSTEM, () -> rig.get(Relay.class).run());
    }

    String stateOf(String name) {
        return (String) rig.rows("select state from outbox_message where recipient_name = ?1", name)
                .get(0);
    }

    String address(String name) {
        return (String) rig.rows("select recipient from outbox_message where recipient_name = ?1", name)
                .get(0);
    }

    String messageId(String name) {
        return "<"
                + rig.rows("select message_id from outbox_message where recipient_name = ?1", name)
                        .get(0) + ">";
    }

    long messages(OutboxState state) {
        return rig.count("select count(*) from outbox_message where state = ?1", state.name());
    }

    long invitations(String status) {
        return rig.count("select count(*) from invitation where status = ?1", status);
    }

    void forget() {
        rig.update("delete from outbox_message");
        rig.update("delete from invitation_move");
        rig.update("delete from invitation");
        rig.clock().set(BEGIN);
    }

    private UUID sme(String name) {
        UUID publicId = UUID.randomUUID();
        rig.update(
                "insert into sme (public_id, email, name, country, zone, state, joined_on, created_at)"
                        + " values (?1, ?2, ?3, 'PT', 'Europe/Lisbon', 'ACTIVE', '2019-01-01', ?4)",
                publicId.toString(),
                "sme" + NUMBER.incrementAndGet() + "@example.org",
                name,
                Sql.parameter(BEGIN));
        return publicId;
    }

    private UUID event(int seats) {
        EventPlan plan = new EventPlan(
                EventKind.OTHER,
                null,
                "Item writing",
                "Four items each.",
                Modality.VIRTUAL,
                ZoneId.of("Europe/Berlin"),
                LocalDate.of(2020, 3, 10),
                LocalDate.of(2020, 3, 10),
                LocalTime.of(9, 0),
                LocalTime.of(13, 0),
                null,
                null,
                "https://meet.example.org/room",
                0,
                seats,
                LocalDate.of(2020, 3, 3),
                LocalTime.of(18, 0),
                pm.accountId());
        return rig.as(pm, () -> rig.get(PlanEvent.class).create(plan, "Item writing", true));
    }
}
