package org.smeportal.disclosures;

import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;
import org.smeportal.privacy.Part;
import org.smeportal.privacy.Person;
import org.smeportal.privacy.PersonRows;
import org.smeportal.privacy.PersonalData;

/**
 * Items whose author somebody asked for who is an SME as well. That they were shown stays, of somebody who has no name any more;
 * their words and what waits go.
 */
@Repository
public class DisclosureData implements PersonalData {
    private final PersonRows rows;
    private final EntityManager entityManager;

    @Inject
    public DisclosureData(PersonRows rows, EntityManager entityManager) {
        this.rows = rows;
        this.entityManager = entityManager;
    }

    @Override
    public int place() {
        return 165;
    }

    @Override
    public String section() {
        return "disclosures";
    }

    @Override
    public Set<String> tables() {
        return Set.of("author_disclosure");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(rows.list(
                "disclosures",
                """
                        select i.code, x.code as exam, d.reason, d.asked_at, d.seen_at from author_disclosure d
                            join item i on i.id = d.item_id join exam x on x.id = i.exam_id
                            join sme p on p.account_id = d.asked_by
                        where p.id = ?1 order by d.id desc""",
                person.sme(),
                text("code"),
                text("exam"),
                text("reason"),
                moment("askedAt"),
                moment("seenAt")));
    }

    @Override
    public void forget(Person person) {
        entityManager.createNativeQuery("""
                        delete from author_disclosure where waiting
                            and asked_by = (select p.account_id from sme p where p.id = ?1)""").setParameter(1, person.sme()).executeUpdate();
        entityManager.createNativeQuery("""
                        update author_disclosure set reason = '–', version = version + 1
                        where asked_by = (select p.account_id from sme p where p.id = ?1)""").setParameter(1, person.sme()).executeUpdate();
    }
}
