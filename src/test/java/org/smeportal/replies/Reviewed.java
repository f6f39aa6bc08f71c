package org.smeportal.replies;

import java.util.UUID;
import org.smeportal.items.JudgeSubmission;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;
import org.smeportal.wording.ItemBox;

/** What stands in the database when a group has reviewed an item that was handed in, without the session that it took. */
public final class Reviewed {
    private Reviewed() {}

    /** The item is with its author again; the comment blocks it. */
    public static void revised(Rig rig, Caller pm, UUID item, String reason, String blocking) {
        decided(rig, item, "REVISE", reason, blocking);
        rig.as(pm, () -> rig.get(JudgeSubmission.class).giveBack(new JudgeSubmission.Judgement(item, 1, reason)));
        rig.update("update item set status = 'REVISION' where public_id = ?1", item.toString());
    }

    /** A decision of this moment about the first revision, with three verdicts of the first accounts that are no editors and one comment. */
    public static void decided(Rig rig, UUID item, String outcome, String reason, String comment) {
        UUID session = UUID.randomUUID();
        UUID entry = UUID.randomUUID();
        UUID said = UUID.randomUUID();
        ItemBox box = rig.get(ItemBox.class);
        rig.update("""
                insert into review_round (event_id, number, seed, created_at)
                select i.event_id, (select count(*) + 1 from review_round r where r.event_id = i.event_id), 1, utc_timestamp(6)
                from item i where i.public_id = ?1""", item.toString());
        rig.update("""
                insert into review_session (public_id, round_id, number, state)
                select ?2, max(r.id), 1, 'CLOSED' from review_round r join item i on i.event_id = r.event_id
                where i.public_id = ?1""", item.toString(), session.toString());
        rig.update(
                """
                insert into review_entry (public_id, session_id, place, item_id, revision, state, outcome, result_revision,
                    reason, decided_at)
                select ?3, s.id, 1, i.id, 1, 'DECIDED', ?4, 1, ?5, utc_timestamp(6)
                from review_session s join item i on i.public_id = ?1 where s.public_id = ?2""",
                item.toString(),
                session.toString(),
                entry.toString(),
                outcome,
                box.seal("review-reason:" + entry, reason));
        rig.update("""
                insert into verdict (entry_id, account_id, verdict, at)
                select n.id, a.id, if(a.id % 2 = 0, 'REVISE', 'CHANGE'), utc_timestamp(6)
                from review_entry n join (select id from account where id not in (
                    select account_id from exam_duty where duty = 'EDITOR') order by id limit 3) a
                where n.public_id = ?1""", entry.toString());
        rig.update("""
                insert into review_comment (public_id, entry_id, account_id, aspect, blocking, text, at)
                select ?2, n.id, (select min(id) from account), 'STEM', true, ?3, utc_timestamp(6)
                from review_entry n where n.public_id = ?1""", entry.toString(), said.toString(), box.seal("review-comment:" + said, comment));
    }
}
