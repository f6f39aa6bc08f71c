package org.smeportal.applications;

import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;
import org.smeportal.privacy.Part;
import org.smeportal.privacy.Person;
import org.smeportal.privacy.PersonRows;
import org.smeportal.privacy.PersonalData;

/** Filters of lists that somebody saved under a name. */
@Repository
public class SavedViewData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public SavedViewData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 55;
    }

    @Override
    public String section() {
        return "savedViews";
    }

    @Override
    public Set<String> tables() {
        return Set.of("saved_view");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(
                rows.list("savedViews", """
                        select page, name, query from saved_view where account_id = ?1 order by page, name""", person.accountOrNone(), text("page"), text("name"), text("filter")));
    }

    @Override
    public void forget(Person person) {
        rows.update("delete from saved_view where account_id = ?1", person.accountOrNone());
    }
}
