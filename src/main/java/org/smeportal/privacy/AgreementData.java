package org.smeportal.privacy;

import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;

/** Which versions of the agreement were accepted. That it was stays on record, without where it was done. */
@Repository
public class AgreementData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public AgreementData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 25;
    }

    @Override
    public String section() {
        return "agreement";
    }

    @Override
    public Set<String> tables() {
        return Set.of("agreement_acceptance");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(rows.list(
                "agreements",
                """
                select v.title, v.number, a.accepted_at, a.address
                from agreement_acceptance a join agreement v on v.id = a.agreement_id
                where a.account_id = ?1 order by v.number desc""",
                person.accountOrNone(),
                text("title"),
                text("agreementVersion"),
                moment("acceptedAt"),
                text("address")));
    }

    @Override
    public void forget(Person person) {
        rows.update("update agreement_acceptance set address = '' where account_id = ?1", person.accountOrNone());
    }
}
