package org.smeportal.checks;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Duty;
import org.smeportal.wording.ItemBox;

/** Signatures of revisions, stored once. Notes are sealed, because they may quote the item (R9.4). */
@Repository
class Signatures {
    private final EntityManager entityManager;
    private final ItemBox box;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    Signatures(EntityManager entityManager, ItemBox box, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.box = box;
        this.user = user;
        this.clock = clock;
    }

    /** Who signed which revision for a duty; {@code notes} are the answers with a note, by their questions. */
    record Signed(Duty duty, int revision, String by, Instant at, int checklist, List<Note> notes) {}

    record Note(String question, Mark mark, String text) {}

    static String context(UUID signature, int place) {
        return "check:" + signature + ":" + place;
    }

    /** The duties that signed that revision. */
    Set<Duty> of(long itemId, int revision) {
        Set<Duty> signed = new HashSet<>();
        ((List<?>) entityManager
                        .createNativeQuery("""
                                select s.duty from check_signature s join item_revision r on r.id = s.revision_id
                                where r.item_id = ?1 and r.number = ?2""")
                        .setParameter(1, itemId)
                        .setParameter(2, revision)
                        .getResultList())
                .forEach(duty -> signed.add(Duty.valueOf((String) duty)));
        return signed;
    }

    void add(
            long itemId,
            int revision,
            Checklists.Checklist checklist,
            List<SignRevision.Answer> answers,
            Collection<String> references) {
        UUID publicId = UUID.randomUUID();
        entityManager
                .createNativeQuery("""
                        insert into check_signature (public_id, revision_id, duty, checklist_id, account_id, signed_at)
                        select ?1, r.id, ?2, ?3, ?4, ?5 from item_revision r where r.item_id = ?6 and r.number = ?7""")
                .setParameter(1, publicId.toString())
                .setParameter(2, checklist.duty().name())
                .setParameter(3, checklist.id())
                .setParameter(4, user.accountId())
                .setParameter(5, Sql.parameter(clock.instant()))
                .setParameter(6, itemId)
                .setParameter(7, revision)
                .executeUpdate();
        long id = Sql.number(entityManager
                .createNativeQuery("select id from check_signature where public_id = ?1")
                .setParameter(1, publicId.toString())
                .getSingleResult());
        List<Object[]> rows = new ArrayList<>();
        for (SignRevision.Answer answer : answers) {
            String note = answer.note();
            @Nullable
            Object[] row = {
                id,
                answer.place(),
                answer.mark().name(),
                note == null ? null : box.seal(context(publicId, answer.place()), note)
            };
            rows.add(row);
        }
        Sql.insert(entityManager, "check_answer (signature_id, place, mark, note)", rows);
        if (!references.isEmpty()) {
            Sql.insert(
                    entityManager,
                    "check_reference (signature_id, reference)",
                    references.stream()
                            .map(reference -> new Object[] {id, reference})
                            .toList());
        }
    }

    /** Of all revisions of an item, the last first. */
    List<Signed> all(long itemId) {
        Map<Long, List<Note>> notes = notes(itemId);
        return Sql.rows(entityManager.createNativeQuery("""
                                select s.id, s.duty, r.number as revision, a.name, s.signed_at, c.number
                                from check_signature s join item_revision r on r.id = s.revision_id
                                    join checklist c on c.id = s.checklist_id join account a on a.id = s.account_id
                                where r.item_id = ?1 order by s.id desc""").setParameter(1, itemId))
                .map(row -> new Signed(
                        Duty.valueOf((String) row[1]),
                        Sql.integer(row[2]),
                        (String) row[3],
                        Sql.instant(row[4]),
                        Sql.integer(row[5]),
                        notes.getOrDefault(Sql.number(row[0]), List.of())))
                .toList();
    }

    private Map<Long, List<Note>> notes(long itemId) {
        Map<Long, List<Note>> notes = new HashMap<>();
        Sql.rows(entityManager.createNativeQuery("""
                                select s.id, s.public_id, a.place, a.mark, a.note, q.text from check_signature s
                                    join item_revision r on r.id = s.revision_id join check_answer a on a.signature_id = s.id
                                    join checklist_question q on q.checklist_id = s.checklist_id and q.place = a.place
                                where r.item_id = ?1 and a.note is not null order by s.id, a.place""").setParameter(1, itemId))
                .forEach(row -> notes.computeIfAbsent(Sql.number(row[0]), id -> new ArrayList<>())
                        .add(new Note(
                                (String) row[5],
                                Mark.valueOf((String) row[3]),
                                box.open(context(Sql.uuid(row[1]), Sql.integer(row[2])), (String) row[4]))));
        return notes;
    }
}
