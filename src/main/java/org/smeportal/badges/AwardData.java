package org.smeportal.badges;

import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.day;
import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;
import org.smeportal.privacy.Part;
import org.smeportal.privacy.Person;
import org.smeportal.privacy.PersonRows;
import org.smeportal.privacy.PersonalData;

/** Badges stay awarded; their public pages say that the holder is gone ({@link AwardQueries.Row#former()}). */
@Repository
public class AwardData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public AwardData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 130;
    }

    @Override
    public String section() {
        return "badges";
    }

    @Override
    public Set<String> tables() {
        return Set.of("award");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(rows.list(
                "badges",
                """
                        select b.name, a.state, a.earned_on, a.awarded_at, a.revoked_at, a.revoked_reason
                        from award a join badge b on b.id = a.badge_id where a.sme_id = ?1 order by a.id desc""",
                person.sme(),
                text("badge"),
                constant("state", AwardState.class),
                day("earnedOn"),
                moment("awardedAt"),
                moment("revokedAt"),
                text("reason")));
    }

    @Override
    public void forget(Person person) {
        rows.update("update award set revoked_reason = null, version = version + 1 where sme_id = ?1", person.sme());
    }
}
