package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/**
 * Who revises an item in its author's place (items.md 1, row 4), as long as they are an editor of its exam: one at a time, and
 * the author does not write meanwhile.
 */
@Repository
public class NamedEditors {
    private static final String REVISED_BY = """
            exists (select 1 from item_editor n join exam_duty g on g.account_id = n.account_id and g.exam_id = i.exam_id
                and g.duty = 'EDITOR' where n.item_id = i.id and n.done_at is null""";

    /** A condition on {@code item i}: somebody revises it now. */
    static final String REVISED_BY_ANYBODY = REVISED_BY + ")";

    /** A condition on {@code item i}: the account of the first parameter revises it now. */
    public static final String REVISED_BY_1 = REVISED_BY + " and n.account_id = ?1)";

    /** A condition on {@code item i}: somebody else than the account of the first parameter revises it now. */
    public static final String REVISED_BY_ANOTHER = REVISED_BY + " and n.account_id <> ?1)";

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public NamedEditors(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    public record Editor(long account, UUID publicId, String email, String name) {}

    /** {@code since} is a day of UTC; {@code lapsed} when the duty was taken away, so that the author may write again. */
    public record Held(Editor editor, LocalDate since, boolean lapsed) {}

    /** Who can be named: editors of the exam who work at the desk as SMEs do. */
    List<Editor> candidates(long examId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select a.id, a.public_id, a.email, a.name
                                from exam_duty g join account a on a.id = g.account_id and a.state = 'ACTIVE'
                                    join account_role r on r.account_id = a.id and r.role = 'SME'
                                where g.exam_id = ?1 and g.duty = 'EDITOR' order by a.name, a.id""").setParameter(1, examId))
                .map(NamedEditors::editor)
                .toList();
    }

    Optional<Held> of(long itemId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select a.id, a.public_id, a.email, a.name, n.named_at,
                                    not exists (select 1 from exam_duty g join item i on i.exam_id = g.exam_id
                                        where i.id = n.item_id and g.account_id = n.account_id and g.duty = 'EDITOR')
                                from item_editor n join account a on a.id = n.account_id
                                where n.item_id = ?1 and n.done_at is null""").setParameter(1, itemId))
                .findFirst()
                .map(row -> new Held(
                        editor(row), LocalDate.ofInstant(Sql.instant(row[4]), ZoneOffset.UTC), Sql.truth(row[5])));
    }

    void name(long itemId, Editor editor, long by) {
        entityManager
                .createNativeQuery(
                        "insert into item_editor (item_id, account_id, named_by, named_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, itemId)
                .setParameter(2, editor.account())
                .setParameter(3, by)
                .setParameter(4, Sql.parameter(clock.instant()))
                .executeUpdate();
    }

    /** It was handed in, or goes on with somebody else: who never opened it is as if never named. */
    void end(long itemId) {
        entityManager.createNativeQuery("""
                        delete from item_editor where item_id = ?1 and done_at is null
                            and not exists (select 1 from item_view v where v.item_id = item_editor.item_id
                                and v.account_id = item_editor.account_id and v.kind = 'REVISE' and v.at >= item_editor.named_at)""").setParameter(1, itemId).executeUpdate();
        entityManager
                .createNativeQuery("update item_editor set done_at = ?2 where item_id = ?1 and done_at is null")
                .setParameter(1, itemId)
                .setParameter(2, Sql.parameter(clock.instant()))
                .executeUpdate();
    }

    private static Editor editor(Object[] row) {
        return new Editor(Sql.number(row[0]), Sql.uuid(row[1]), (String) row[2], (String) row[3]);
    }
}
