package org.smeportal.checks;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.smeportal.items.WritingRoom;
import org.smeportal.security.Caller;
import org.smeportal.security.Duty;
import org.smeportal.testing.Rig;

/** Items that a group accepted, and people who check them. */
final class CheckRoom {
    final Rig rig;
    final WritingRoom room;
    final Caller ana;
    final UUID workshop;

    CheckRoom(Rig rig) {
        this.rig = rig;
        room = new WritingRoom(rig);
        ana = room.author("Ana Sá");
        workshop = room.workshop(ana);
    }

    Caller checker(String name, Duty... duties) {
        Caller checker = room.author(name);
        for (Duty duty : duties) {
            give(checker, duty);
        }
        return checker;
    }

    void give(Caller checker, Duty duty) {
        rig.update("""
                insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                select ?1, id, ?2, 'test', now(6) from exam where code = 'SAP'""", checker.accountId(), duty.name());
    }

    /** An item of Ana's that waits for its checks. */
    UUID accepted() {
        UUID item = room.items.submitted(ana, workshop, 2);
        accept(item);
        return item;
    }

    void accept(UUID item) {
        rig.update(
                "update item set status = 'QC1', status_since = ?2 where public_id = ?1",
                item.toString(),
                rig.clock().instant().atOffset(java.time.ZoneOffset.UTC).toLocalDateTime());
    }

    String status(UUID item) {
        return (String) rig.rows("select status from item where public_id = ?1", item.toString())
                .get(0);
    }

    int revision(UUID item) {
        return (int) rig.count("select revision from item where public_id = ?1", item.toString());
    }

    /** Everything answered with Yes, every reference opened. */
    SignRevision.Signing whole(Caller checker, UUID item, Duty duty) {
        return rig.as(checker, () -> {
            Checklists.Checklist list = rig.get(Checklists.class).of(duty);
            List<SignRevision.Answer> answers = list.questions().stream()
                    .map(question -> new SignRevision.Answer(question.place(), Mark.YES, null))
                    .toList();
            return new SignRevision.Signing(
                    item, duty, revision(item), list.number(), answers, Set.copyOf(references(item)));
        });
    }

    private List<String> references(UUID item) {
        return rig
                .get(org.smeportal.items.SealedTexts.class)
                .text(item, revision(item))
                .orElseThrow()
                .references()
                .stream()
                .map(org.smeportal.wording.ItemReference::id)
                .toList();
    }

    void sign(Caller checker, SignRevision.Signing signing) {
        rig.as(checker, () -> rig.get(SignRevision.class).sign(signing));
    }

    void sign(Caller checker, UUID item, Duty duty) {
        sign(checker, whole(checker, item, duty));
    }

    void fail(Caller checker, UUID item, Duty duty, String reason) {
        rig.as(
                checker,
                () -> rig.get(SignRevision.class).fail(new SignRevision.Failing(item, duty, revision(item), reason)));
    }
}
