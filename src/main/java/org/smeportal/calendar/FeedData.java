package org.smeportal.calendar;

import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.moment;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;
import org.smeportal.privacy.Part;
import org.smeportal.privacy.Person;
import org.smeportal.privacy.PersonRows;
import org.smeportal.privacy.PersonalData;

/** The calendar feeds of an account; of their addresses nothing is stored but a nonce. */
@Repository
public class FeedData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public FeedData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 70;
    }

    @Override
    public String section() {
        return "calendar";
    }

    @Override
    public Set<String> tables() {
        return Set.of("calendar_feed");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(
                rows.list("feeds", """
                        select kind, made_at from calendar_feed where account_id = ?1 order by kind""", person.accountOrNone(), constant("kind", FeedKind.class), moment("madeAt")));
    }

    @Override
    public void forget(Person person) {
        rows.update("delete from calendar_feed where account_id = ?1", person.accountOrNone());
    }
}
