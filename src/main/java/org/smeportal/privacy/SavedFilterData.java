package org.smeportal.privacy;

import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;

/** Filters of lists that somebody saved under a name. */
@Repository
public class SavedFilterData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public SavedFilterData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 55;
    }

    @Override
    public String section() {
        return "savedFilters";
    }

    @Override
    public Set<String> tables() {
        return Set.of("saved_filter");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(rows.list(
                "savedFilters",
                "select page, name, query from saved_filter where account_id = ?1 order by page, name",
                person.accountOrNone(),
                text("page"),
                text("name"),
                text("filter")));
    }

    @Override
    public void forget(Person person) {
        rows.update("delete from saved_filter where account_id = ?1", person.accountOrNone());
    }
}
