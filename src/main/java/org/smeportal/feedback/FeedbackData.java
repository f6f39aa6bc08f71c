package org.smeportal.feedback;

import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.number;
import static org.smeportal.privacy.Column.text;
import static org.smeportal.privacy.Column.truth;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;
import org.smeportal.privacy.Part;
import org.smeportal.privacy.Person;
import org.smeportal.privacy.PersonRows;
import org.smeportal.privacy.PersonalData;

/** What an SME said of events. Figures stay in the mean; words can tell who wrote them, so they go. */
@Repository
public class FeedbackData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public FeedbackData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 110;
    }

    @Override
    public String section() {
        return "feedback";
    }

    @Override
    public Set<String> tables() {
        return Set.of("feedback");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(rows.list(
                "feedback",
                """
                        select e.title, f.given_at, f.overall, f.pace, f.again, f.to_keep, f.to_change, f.by_name
                        from feedback f join event e on e.id = f.event_id where f.sme_id = ?1 order by f.id desc""",
                person.sme(),
                text("event"),
                moment("givenAt"),
                number("overall"),
                constant("pace", Pace.class),
                truth("again"),
                text("toKeep"),
                text("toChange"),
                truth("byName")));
    }

    @Override
    public void forget(Person person) {
        rows.update(
                "update feedback set to_keep = null, to_change = null, by_name = false, version = version + 1 where sme_id = ?1",
                person.sme());
    }
}
