package org.smeportal.privacy;

import static org.smeportal.privacy.Column.code;
import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.truth;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;

/** What somebody did. Nothing in the trail is ever changed, so this stays, under the name of that time (DECISIONS). */
@Repository
public class TrailData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public TrailData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public String section() {
        return "trail";
    }

    @Override
    public Set<String> tables() {
        return Set.of("audit_entry");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(rows.list(
                "acts", """
                select replace(act, ' refused', '') as name, at, act like '% refused' as refused
                from audit_entry where actor_id = ?1 order by id desc""", person.accountOrNone(), code("act", "audit.act."), moment("at"), truth("refused")));
    }

    @Override
    public void forget(Person person) {
        // a record of who did what that could be changed would be none
    }
}
