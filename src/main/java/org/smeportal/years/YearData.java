package org.smeportal.years;

import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.number;
import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;
import org.smeportal.privacy.Part;
import org.smeportal.privacy.Person;
import org.smeportal.privacy.PersonRows;
import org.smeportal.privacy.PersonalData;

/** What an SME said of their years; links to shared ones end. */
@Repository
public class YearData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public YearData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 140;
    }

    @Override
    public String section() {
        return "years";
    }

    @Override
    public Set<String> tables() {
        return Set.of("sme_year");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(rows.list("years", """
                        select y.in_year, e.title, y.shared_at from sme_year y left join event e on e.id = y.favourite_event_id
                        where y.sme_id = ?1 order by y.in_year desc""", person.sme(), number("year"), text("favourite"), moment("sharedAt")));
    }

    @Override
    public void forget(Person person) {
        rows.update(
                "update sme_year set share_nonce = null, shared_at = null, version = version + 1 where sme_id = ?1",
                person.sme());
    }
}
