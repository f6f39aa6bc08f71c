package org.smeportal.reviews;

import static org.smeportal.privacy.Column.constant;
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

/** Verdicts that somebody gave and how many comments; what they say of secret items stays secret, and stays. */
@Repository
public class ReviewData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public ReviewData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 155;
    }

    @Override
    public String section() {
        return "reviews";
    }

    @Override
    public Set<String> tables() {
        return Set.of("review_session", "review_member", "review_entry", "verdict", "review_comment");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(rows.list(
                "reviews",
                """
                        select e.title, n.place, v.verdict, v.at, (select count(*) from review_comment c
                            where c.entry_id = n.id and c.account_id = v.account_id) as comments
                        from verdict v join review_entry n on n.id = v.entry_id join review_session s on s.id = n.session_id
                            join review_round r on r.id = s.round_id join event e on e.id = r.event_id
                            join sme p on p.account_id = v.account_id
                        where p.id = ?1 order by v.at desc, n.id desc""",
                person.sme(),
                text("event"),
                number("place"),
                constant("verdict", Verdict.class),
                moment("givenAt"),
                number("comments")));
    }

    @Override
    public void forget(Person person) {
        // What was said of items stays, without a name: that of the account is gone.
    }
}
