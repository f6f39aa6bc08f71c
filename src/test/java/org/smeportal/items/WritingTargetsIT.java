package org.smeportal.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** What a workshop shall bring, beside the desk (R5.1): counts, and the caller's own share. */
class WritingTargetsIT {
    private static Rig rig;
    private static WritingRoom room;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        room = new WritingRoom(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void countsWhatIsBegunAndHandedInByDomain() {
        Caller ana = room.author("Ana Ruiz");
        Caller bo = room.author("Bo Lind");
        UUID event = room.workshop(ana, bo);
        rig.update(
                "insert into item_target (exam_id, event_id, domain, items) values (?1, ?2, 1, 5)",
                room.exam(),
                room.people.eventId(event));
        rig.update("insert into item_target (exam_id, event_id, domain, items) values (?1, 0, 2, 50)", room.exam());
        room.items.submitted(ana, event, 1);
        room.items.started(ana, event, 1);
        room.items.submitted(bo, event, 1);
        UUID given = room.items.submitted(bo, event, 2);
        rig.as(bo, () -> rig.get(WithdrawItem.class).withdraw(given));

        assertThat(targets(ana, event))
                .extracting(
                        WritingTargets.Target::domain,
                        WritingTargets.Target::wanted,
                        WritingTargets.Target::begun,
                        WritingTargets.Target::handedIn,
                        WritingTargets.Target::own,
                        WritingTargets.Target::missing)
                .containsExactly(tuple(1, 5, 1, 2, 2, 2), tuple(2, 0, 0, 0, 0, 0), tuple(3, 0, 0, 0, 0, 0));
        assertThat(targets(bo, event).get(0).own()).isEqualTo(1);
    }

    @Test
    void needsOneStatementForAnyNumberOfItems() {
        Caller author = room.author("Cy Oduya");
        UUID event = room.workshop(author);
        int few = statements(author, event);
        rig.update("""
                insert into item (public_id, code, exam_id, event_id, domain, status, status_since, created_at)
                select uuid(), concat('T', lpad(seq, 6, '0')), ?1, ?2, 1 + seq mod 3, 'DRAFT', now(6), now(6) from seq_1_to_1000""", room.exam(), room.people.eventId(event));

        assertThat(statements(author, event)).isEqualTo(few).isEqualTo(1);
        assertThat(targets(author, event).stream()
                        .mapToInt(WritingTargets.Target::begun)
                        .sum())
                .isEqualTo(1000);
    }

    private static List<WritingTargets.Target> targets(Caller caller, UUID event) {
        return rig.as(caller, () -> rig.get(WritingTargets.class).of(room.people.eventId(event)));
    }

    private static int statements(Caller caller, UUID event) {
        long id = room.people.eventId(event);
        return rig.as(caller, () -> {
            rig.statements().reset();
            rig.get(WritingTargets.class).of(id);
            return rig.statements().count();
        });
    }
}
