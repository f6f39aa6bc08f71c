package org.smeportal.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.invitations.Answer;
import org.smeportal.invitations.AnswerInvitation;
import org.smeportal.invitations.InviteSmes;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** What the tests of this package tell: a programme manager, SMEs with accounts, events of two days, answers. */
final class CalendarStory {

    static final Instant BEGIN = Instant.parse("2020-02-03T09:00:00Z");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Rig rig;
    final Caller pm;

    CalendarStory(Rig rig) {
        this.rig = rig;
        this.pm = account("Priya Nair", "Europe/Berlin", Role.PM);
    }

    Caller account(String name, String zone, Role role) {
        String email = "calendar" + NUMBER.incrementAndGet() + "@example.org";
        rig.update(
                "insert into account (public_id, email, name, zone, state, link_nonce, created_at)"
                        + " values (uuid(), ?1, ?2, ?3, 'ACTIVE', 'nonce', ?4)",
                email,
                name,
                zone,
                Sql.parameter(BEGIN));
        long id = rig.count("select id from account where email = ?1", email);
        rig.update("insert into account_role values (?1, ?2)", id, role.name());
        return Rig.caller(id, name, zone, role);
    }

    /** An SME with an account. */
    Caller sme(String name, String zone) {
        Caller account = account(name, zone, Role.SME);
        rig.update(
                "insert into sme (public_id, email, name, country, zone, state, account_id, joined_on, created_at)"
                        + " select uuid(), email, name, 'PT', zone, 'ACTIVE', id, '2019-01-01', created_at"
                        + " from account where id = ?1",
                account.accountId());
        return account;
    }

    /** From nine to one on two days that follow each other, online. */
    EventCard event(String zone, LocalDate first) {
        return event(zone, first, true);
    }

    EventCard event(String zone, LocalDate first, boolean ready) {
        UUID id = rig.as(pm, () -> rig.get(PlanEvent.class).create(plan(zone, first), "Item writing", ready));
        return card(id);
    }

    EventPlan plan(String zone, LocalDate first) {
        return new EventPlan(
                EventKind.OTHER,
                null,
                "Writing in " + zone,
                null,
                Modality.VIRTUAL,
                ZoneId.of(zone),
                first,
                first.plusDays(1),
                LocalTime.of(9, 0),
                LocalTime.of(13, 0),
                null,
                null,
                "https://meet.example.org/room",
                0,
                1,
                first.minusDays(7),
                LocalTime.of(18, 0),
                pm.accountId() == null ? 0 : pm.accountId());
    }

    EventCard card(UUID id) {
        return rig.get(EventDirectory.class).byPublicId(id).orElseThrow();
    }

    /** Invites and lets the mail leave, without a mail server. */
    void invite(EventCard event, Caller sme) {
        queue(event, sme);
        rig.update("update outbox_message set state = 'SENT', sent_at = ?1", Sql.parameter(BEGIN));
        rig.update("update invitation set status = 'SENT', sent_at = ?1 where status = 'QUEUED'", Sql.parameter(BEGIN));
    }

    void queue(EventCard event, Caller sme) {
        UUID id = UUID.fromString((String) rig.rows("select public_id from sme where account_id = ?1", sme.accountId())
                .get(0));
        rig.as(pm, () -> rig.get(InviteSmes.class).invite(new InviteSmes.Wave(event.publicId(), List.of(id), false)));
    }

    void answer(EventCard event, Caller sme, Answer answer) {
        rig.as(sme, () -> rig.get(AnswerInvitation.class).own(invitation(event, sme), answer, null));
    }

    UUID invitation(EventCard event, Caller sme) {
        return UUID.fromString((String) rig.rows(
                        "select i.public_id from invitation i join sme s on s.id = i.sme_id"
                                + " where i.event_id = ?1 and s.account_id = ?2",
                        event.id(),
                        sme.accountId())
                .get(0));
    }

    /** The token of a feed that is made for it. */
    String feed(Caller of, FeedKind kind) {
        rig.as(of, () -> rig.get(KeepFeed.class).make(new KeepFeed.Command(kind)));
        return token(of, kind);
    }

    String token(Caller of, FeedKind kind) {
        return rig.get(FeedQueries.class).of(of.accountId() == null ? 0 : of.accountId()).stream()
                .filter(own -> own.kind() == kind)
                .map(own -> own.url().replaceAll(".*/calendar/(.*)\\.ics", "$1"))
                .findFirst()
                .orElseThrow();
    }

    /** A thousand events of one day each, from a day on, with invitations that were accepted. */
    void manyEvents(Caller sme) {
        rig.update("""
                insert into event (public_id, kind, title, status, modality, zone, starts_at, ends_at, rsvp_deadline,
                    lead_id, created_at)
                select uuid(), 'OTHER', 'Many', 'INVITING', 'VIRTUAL', 'America/New_York',
                    timestampadd(minute, seq, ?1), timestampadd(minute, seq + 240, ?1), ?1, ?2, ?1 from seq_1_to_1000""", Sql.parameter(BEGIN.plusSeconds(86400)), pm.accountId());
        rig.update("""
                insert into event_session (event_id, title, starts_at, ends_at, required)
                select id, 'Writing', starts_at, ends_at, true from event where title = 'Many'""");
        rig.update("""
                insert into invitation (public_id, event_id, sme_id, status, wave, holds_seat, nonce, created_at)
                select uuid(), e.id, s.id, 'ACCEPTED', 1, true, 'x', e.created_at from event e join sme s
                where e.title = 'Many' and s.account_id = ?1""", sme.accountId());
    }

    void forgetMany() {
        rig.update("delete i from invitation i join event e on e.id = i.event_id where e.title = 'Many'");
        rig.update("delete a from event_session a join event e on e.id = a.event_id where e.title = 'Many'");
        rig.update("delete from event where title = 'Many'");
    }
}
