package org.smeportal.items;

import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.number;
import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.privacy.Part;
import org.smeportal.privacy.Person;
import org.smeportal.privacy.PersonRows;
import org.smeportal.privacy.PersonalData;

/**
 * Items that somebody wrote, by code and state; what they say stays secret. Drafts go with their author. What was handed in
 * stays, and so does the link to the one who has no name any more: nobody may decide about it who wrote it.
 */
@Repository
public class ItemData implements PersonalData {
    private final PersonRows rows;
    private final EntityManager entityManager;
    private final Items items;

    @Inject
    public ItemData(PersonRows rows, EntityManager entityManager, Items items) {
        this.rows = rows;
        this.entityManager = entityManager;
        this.items = items;
    }

    @Override
    public int place() {
        return 150;
    }

    @Override
    public String section() {
        return "items";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "item",
                "item_author",
                "item_editor",
                "item_move",
                "item_revision",
                "item_view",
                "revision_comment",
                "revision_finding",
                "draft",
                "draft_field",
                "draft_state");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(
                rows.list(
                        "items",
                        """
                                select i.code, x.code as exam, i.status, i.revision, i.created_at, i.status_since
                                from item_author a join item i on i.id = a.item_id join exam x on x.id = i.exam_id
                                where a.sme_id = ?1 order by i.created_at desc, i.id desc""",
                        person.sme(),
                        text("code"),
                        text("exam"),
                        constant("state", ItemStatus.class),
                        number("revision"),
                        moment("begunAt"),
                        moment("since")),
                rows.list(
                        "revisedItems",
                        """
                                select i.code, x.code as exam, n.named_at, n.done_at from item_editor n
                                    join item i on i.id = n.item_id join exam x on x.id = i.exam_id
                                    join sme s on s.account_id = n.account_id
                                where s.id = ?1 order by n.id desc""",
                        person.sme(),
                        text("code"),
                        text("exam"),
                        moment("namedAt"),
                        moment("doneAt")),
                rows.list("itemViews", """
                                select i.code, count(*), max(v.at) from item_view v join item i on i.id = v.item_id
                                    join sme s on s.account_id = v.account_id
                                where s.id = ?1 group by i.code order by i.code""", person.sme(), text("code"), number("times"), moment("seenAt")));
    }

    @Override
    public void forget(Person person) {
        items.abandon(((List<?>) entityManager
                        .createNativeQuery("""
                                select i.public_id from item_author a join item i on i.id = a.item_id
                                where a.sme_id = ?1 and i.status = 'DRAFT' order by i.id""")
                        .setParameter(1, person.sme())
                        .getResultList())
                .stream().map(Sql::uuid).toList());
    }
}
