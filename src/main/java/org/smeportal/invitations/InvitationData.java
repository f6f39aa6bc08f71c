package org.smeportal.invitations;

import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventStatus;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.privacy.Part;
import org.smeportal.privacy.Person;
import org.smeportal.privacy.PersonRows;
import org.smeportal.privacy.PersonalData;

/** Invitations and answers. Seats of what is to come go back by the usual rules (R3.6); what was stays without a word. */
@Repository
public class InvitationData implements PersonalData {
    private final PersonRows rows;
    private final Invitations invitations;
    private final SeatPools pools;
    private final Seating seating;
    private final InvitationMessages messages;
    private final EventDirectory events;
    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public InvitationData(
            PersonRows rows,
            Invitations invitations,
            SeatPools pools,
            Seating seating,
            InvitationMessages messages,
            EventDirectory events,
            EntityManager entityManager,
            Clock clock) {
        this.rows = rows;
        this.invitations = invitations;
        this.pools = pools;
        this.seating = seating;
        this.messages = messages;
        this.events = events;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    private record Key(long event, long invitation) {}

    @Override
    public int place() {
        return 60;
    }

    @Override
    public String section() {
        return "invitations";
    }

    @Override
    public Set<String> tables() {
        return Set.of("invitation", "invitation_move");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(
                rows.list(
                        "invitations",
                        """
                        select e.title, e.starts_at, i.status, i.sent_at, i.answered_at, i.reason
                        from invitation i join event e on e.id = i.event_id where i.sme_id = ?1 order by e.starts_at desc, i.id""",
                        person.sme(),
                        text("event"),
                        moment("startsAt"),
                        constant("status", InvitationStatus.class),
                        moment("sentAt"),
                        moment("answeredAt"),
                        text("reason")),
                rows.list(
                        "invitationMoves",
                        """
                        select e.title, m.to_status, m.at, m.reason from invitation_move m
                        join invitation i on i.id = m.invitation_id join event e on e.id = i.event_id
                        where i.sme_id = ?1 order by m.id desc""",
                        person.sme(),
                        text("event"),
                        constant("status", InvitationStatus.class),
                        moment("at"),
                        text("reason")));
    }

    @Override
    public void forget(Person person) {
        for (Key key : keys(person)) {
            pools.lockOf(key.event());
            Invitation invitation = invitations.locked(key.invitation());
            giveBack(events.card(key.event()), invitation);
            invitation.forget();
        }
        rows.update(
                "update invitation_move set reason = null where invitation_id in (select id from invitation where sme_id = ?1)",
                person.sme());
        // a seat that somebody gave back moves others, under the name of who gave it
        rows.update("""
                update invitation_move m join invitation i on i.id = m.invitation_id
                    join invitation mine on mine.event_id = i.event_id and mine.sme_id = ?1
                set m.actor = ?3 where m.actor = ?2""", person.sme(), person.name(), rows.formerName());
    }

    /** By event, so that pools are locked in the same order by everybody who locks several. */
    private List<Key> keys(Person person) {
        return Sql.rows(entityManager
                        .createNativeQuery("select event_id, id from invitation where sme_id = ?1 order by event_id")
                        .setParameter(1, person.sme()))
                .map(row -> new Key(Sql.number(row[0]), Sql.number(row[1])))
                .toList();
    }

    /** No mail tells the one who is gone; whoever gets the seat hears of it. */
    private void giveBack(EventCard event, Invitation invitation) {
        boolean toCome =
                event.status() == EventStatus.POSTPONED || clock.instant().isBefore(event.startsAt());
        if (!toCome || event.status().isOver() || invitation.status().isOver()) {
            return;
        }
        InvitationStatus before = invitation.status();
        messages.takeBack(invitation);
        Long freed = seating.leave(invitation);
        invitation.decline(clock.instant(), null);
        invitations.record(invitation, before, null);
        if (freed != null) {
            seating.passOn(event, freed);
        }
        seating.callStandby(event);
    }
}
