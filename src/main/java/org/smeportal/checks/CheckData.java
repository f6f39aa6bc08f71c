package org.smeportal.checks;

import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.number;
import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.items.EditorialOutcome;
import org.smeportal.platform.Repository;
import org.smeportal.privacy.Part;
import org.smeportal.privacy.Person;
import org.smeportal.privacy.PersonRows;
import org.smeportal.privacy.PersonalData;
import org.smeportal.security.Duty;

/** What somebody signed, by code and duty. A signature stands for the item and stays, of somebody who has no name any more. */
@Repository
public class CheckData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public CheckData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 160;
    }

    @Override
    public String section() {
        return "checks";
    }

    @Override
    public Set<String> tables() {
        return Set.of("check_signature", "check_answer", "check_reference", "editorial_decision");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(
                rows.list(
                        "checks",
                        """
                                select i.code, x.code as exam, s.duty, r.number, s.signed_at from check_signature s
                                    join item_revision r on r.id = s.revision_id join item i on i.id = r.item_id
                                    join exam x on x.id = i.exam_id join sme p on p.account_id = s.account_id
                                where p.id = ?1 order by s.id desc""",
                        person.sme(),
                        text("code"),
                        text("exam"),
                        constant("duty", Duty.class),
                        number("revision"),
                        moment("signedAt")),
                rows.list(
                        "editorials",
                        """
                                select i.code, x.code as exam, d.outcome, r.number, d.decided_at from editorial_decision d
                                    join item_revision r on r.id = d.revision_id join item i on i.id = r.item_id
                                    join exam x on x.id = i.exam_id join sme p on p.account_id = d.account_id
                                where p.id = ?1 order by d.id desc""",
                        person.sme(),
                        text("code"),
                        text("exam"),
                        constant("decision", EditorialOutcome.class),
                        number("revision"),
                        moment("lookedAt")));
    }

    @Override
    public void forget(Person person) {
        // the account that signed loses its name with the account's own data
    }
}
