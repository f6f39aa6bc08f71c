package org.smeportal.reviews;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smeportal.items.WritingRoom;
import org.smeportal.security.Caller;
import org.smeportal.testing.CleanItems;
import org.smeportal.testing.Rig;

/** A workshop whose items a group reviews: members with accounts and seats, some of whom wrote the items. */
public final class ReviewRoom {
    public final WritingRoom room;
    public final Rig rig;
    public final Caller pm;
    public final List<Caller> members = new ArrayList<>();
    public final UUID event;
    public final List<UUID> items = new ArrayList<>();

    /** {@code author} of the member list writes all items; the others are independent. */
    public ReviewRoom(Rig rig, int members, int items) {
        room = new WritingRoom(rig);
        this.rig = rig;
        pm = room.pm;
        for (int number = 1; number <= members; number++) {
            this.members.add(room.author("Member " + number));
        }
        event = room.workshop(this.members.toArray(new Caller[0]));
        List<CleanItems.CleanItem> texts =
                CleanItems.readOn(LocalDate.ofInstant(rig.clock().instant(), ZoneOffset.UTC));
        for (int number = 0; number < items; number++) {
            CleanItems.CleanItem text = texts.get(number);
            UUID item = room.items.started(author(), event, 1 + number % 3);
            room.items.fill(author(), item, text.text());
            room.items.waive(author(), item, "Looked at.");
            room.items.submit(author(), item);
            this.items.add(item);
        }
    }

    public Caller author() {
        return members.get(0);
    }

    public Caller reviewer(int number) {
        return members.get(number);
    }

    /** Places on an agenda are drawn; here they follow the order in which the items were begun. */
    public static void inOrder(Rig rig, UUID session) {
        String ofIt = " where session_id = (select id from review_session where public_id = ?1)";
        rig.update("update review_entry set place = place + 100" + ofIt, session.toString());
        rig.update(
                "update review_entry set place = (select count(*) from item i where i.id <= item_id)" + ofIt,
                session.toString());
    }

    /** One group of all members with all items. */
    public UUID scheduled() {
        return room.byPm(() -> rig.get(ScheduleReview.class).schedule(new ScheduleReview.Batch(event, items, 1)))
                .get(0);
    }

    public UUID opened() {
        UUID session = scheduled();
        rig.as(pm, () -> rig.get(LeadReview.class).open(session));
        return session;
    }

    public Live seen(Caller who, UUID session) {
        return rig.as(who, () -> rig.get(ReadReview.class).read(session));
    }

    public Live.Current at(Caller who, UUID session) {
        Live.Current current = seen(who, session).current();
        if (current == null) {
            throw new IllegalStateException("the session stands nowhere");
        }
        return current;
    }

    public LeadReview.OnEntry on(UUID session) {
        return new LeadReview.OnEntry(session, at(pm, session).entry());
    }

    public void give(Caller who, UUID session, Verdict verdict) {
        UUID entry = at(who, session).entry();
        rig.as(who, () -> rig.get(GiveVerdict.class).give(session, entry, verdict));
    }

    public void comment(Caller who, UUID session, Aspect aspect, boolean blocking, String text) {
        UUID entry = at(who, session).entry();
        rig.as(
                who,
                () -> rig.get(GiveVerdict.class)
                        .comment(session, entry, new GiveVerdict.Comment(aspect, null, blocking, text)));
    }

    /** Everybody says yes, and all see it. */
    public void revealed(UUID session) {
        for (Caller member : members) {
            give(member, session, Verdict.ACCEPT);
        }
        rig.as(pm, () -> rig.get(LeadReview.class).reveal(on(session)));
    }

    public void decide(UUID session, ReviewOutcome outcome, String reason) {
        rig.as(pm, () -> rig.get(LeadReview.class).decide(new LeadReview.Decision(on(session), outcome, reason)));
    }

    public void edit(UUID session, int edition, Map<String, String> fields) {
        rig.as(pm, () -> rig.get(LeadReview.class).edit(new LeadReview.Edit(on(session), edition, fields)));
    }

    /** The item at which the session stands. */
    public UUID item(UUID session) {
        return UUID.fromString((String) rig.rows("""
                select i.public_id from review_session s join review_entry e on e.id = s.current_id
                    join item i on i.id = e.item_id where s.public_id = ?1""", session.toString()).get(0));
    }

    public String status(UUID item) {
        return (String) rig.rows("select status from item where public_id = ?1", item.toString())
                .get(0);
    }
}
