package org.smeportal.invitations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** What the tests of this package tell: a programme manager, SMEs, an event in March 2020, invitations and answers. */
public final class PanelStory {

    public static final Instant BEGIN = Instant.parse("2020-02-03T09:00:00Z");
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final Rig rig;
    public final Caller pm;

    public PanelStory(Rig rig) {
        this.rig = rig;
        long id = account("Priya Nair", "PM");
        this.pm = Rig.caller(id, "Priya Nair", "Europe/Berlin", Role.PM);
    }

    public long account(String name, String role) {
        String publicId = UUID.randomUUID().toString();
        rig.update(
                "insert into account (public_id, email, name, zone, state, link_nonce, created_at)"
                        + " values (?1, ?2, ?3, 'Europe/Berlin', 'ACTIVE', 'nonce', ?4)",
                publicId,
                "account" + NUMBER.incrementAndGet() + "@example.org",
                name,
                Sql.parameter(BEGIN));
        long id = rig.count("select id from account where public_id = ?1", publicId);
        rig.update("insert into account_role values (?1, ?2)", id, role);
        return id;
    }

    public UUID sme(String name, String zone) {
        UUID publicId = UUID.randomUUID();
        rig.update(
                "insert into sme (public_id, email, name, country, zone, state, joined_on, created_at)"
                        + " values (?1, ?2, ?3, 'PT', ?4, 'ACTIVE', '2019-01-01', ?5)",
                publicId.toString(),
                "sme" + NUMBER.incrementAndGet() + "@example.org",
                name,
                zone,
                Sql.parameter(BEGIN));
        return publicId;
    }

    public List<UUID> smes(int count) {
        List<UUID> all = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            UUID publicId = UUID.randomUUID();
            all.add(publicId);
            rows.add("('%s', 'sme%d@example.org', 'Sme %04d', 'PT', 'Europe/Lisbon', 'ACTIVE', '2019-01-01', ?1)"
                    .formatted(publicId, NUMBER.incrementAndGet(), i));
        }
        rig.update(
                "insert into sme (public_id, email, name, country, zone, state, joined_on, created_at) values "
                        + String.join(", ", rows),
                Sql.parameter(BEGIN));
        return all;
    }

    public EventPlan plan(Modality modality, int inPerson, int virtual) {
        return plan(modality, inPerson, virtual, LocalTime.of(13, 0));
    }

    /** The event of {@link #event(int)} with nine seats, an hour longer. */
    public EventPlan laterPlan() {
        return plan(Modality.VIRTUAL, 0, 9, LocalTime.of(14, 0));
    }

    private EventPlan plan(Modality modality, int inPerson, int virtual, LocalTime to) {
        return new EventPlan(
                EventKind.OTHER,
                null,
                "Solutions Architect Pro, item writing",
                "Four items each.",
                modality,
                NEW_YORK,
                LocalDate.of(2020, 3, 10),
                LocalDate.of(2020, 3, 11),
                LocalTime.of(9, 0),
                to,
                "Music City Center",
                "Nashville",
                "https://meet.example.org/room",
                inPerson,
                virtual,
                LocalDate.of(2020, 3, 3),
                LocalTime.of(18, 0),
                pm.accountId() == null ? 0 : pm.accountId());
    }

    public EventCard event(int seats) {
        return event(plan(Modality.VIRTUAL, 0, seats));
    }

    public EventCard event(EventPlan plan) {
        UUID id = asPm(() -> rig.get(PlanEvent.class).create(plan, "Item writing", true));
        return card(id);
    }

    public EventCard card(UUID id) {
        return rig.get(EventDirectory.class).byPublicId(id).orElseThrow();
    }

    public InviteSmes.Invited invite(EventCard event, List<UUID> smes, boolean standby) {
        return asPm(() -> rig.get(InviteSmes.class).invite(new InviteSmes.Wave(event.publicId(), smes, standby)));
    }

    /** Invites, lets the mails leave and answers the tokens of the links, in the order of the SMEs. */
    public List<String> invited(EventCard event, List<UUID> smes) {
        invite(event, smes, false);
        mailsLeave();
        return smes.stream().map(sme -> token(event, sme)).toList();
    }

    /** What the relay does, without a mail server. */
    public void mailsLeave() {
        rig.update(
                "update outbox_message set state = 'SENT', sent_at = ?1",
                Sql.parameter(rig.clock().instant()));
        rig.update(
                "update invitation set status = 'SENT', sent_at = ?1 where status = 'QUEUED' and standby = false",
                Sql.parameter(rig.clock().instant()));
    }

    public String token(EventCard event, UUID sme) {
        Object[] row = (Object[]) rig.rows(
                        "select i.id, i.nonce from invitation i join sme s on s.id = i.sme_id"
                                + " where i.event_id = ?1 and s.public_id = ?2",
                        event.id(),
                        sme.toString())
                .get(0);
        return rig.get(RsvpLinks.class).token(Sql.number(row[0]), (String) row[1], event.endsAt());
    }

    public InvitationStatus answer(String token, Answer answer) {
        return answer(token, answer, null);
    }

    public InvitationStatus answer(String token, Answer answer, Modality where) {
        return rig.as(Caller.SYSTEM, () -> rig.get(AnswerInvitation.class).byLink(token, answer, where))
                .status();
    }

    public RsvpQueries.Rsvp read(String token) {
        return rig.get(RsvpQueries.class).byLink(token).orElseThrow();
    }

    public InvitationStatus status(String token) {
        return read(token).status();
    }

    public <T> T asPm(Callable<T> act) {
        return rig.as(pm, act);
    }

    public void asPm(Runnable act) {
        rig.as(pm, act);
    }

    /** Capacity, taken and waiting of the only pool, or of the one of that modality. */
    public String pool(EventCard event, Modality modality) {
        Object[] row = (Object[]) rig.rows(
                        "select capacity, taken, waiting from seat_pool where event_id = ?1 and modality = ?2",
                        event.id(),
                        modality.name())
                .get(0);
        return "%s seats, %s taken, %s waiting".formatted(row);
    }

    public long count(EventCard event, InvitationStatus status) {
        return rig.count(
                "select count(*) from invitation where event_id = ?1 and status = ?2", event.id(), status.name());
    }

    public List<Long> tickets(EventCard event) {
        return rig
                .rows(
                        "select ticket from invitation where event_id = ?1 and status = 'WAITLISTED' order by ticket",
                        event.id())
                .stream()
                .map(Sql::number)
                .toList();
    }

    /** Everything that the tables know, to see that nothing changed. */
    public String checksums() {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("invitation", "invitation_move", "seat_pool", "event", "outbox_message", "sme")) {
            all.append(table)
                    .append(((Object[]) rig.rows("checksum table " + table).get(0))[1])
                    .append(' ');
        }
        return all.toString();
    }

    /** All at the same moment, each in a thread of its own. */
    public static <T> List<T> atOnce(List<Callable<T>> acts) {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<T>> running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        go.await();
                        return act.call();
                    }))
                    .toList();
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }
}
