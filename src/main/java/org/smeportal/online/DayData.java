package org.smeportal.online;

import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.number;
import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.privacy.Part;
import org.smeportal.privacy.Person;
import org.smeportal.privacy.PersonRows;
import org.smeportal.privacy.PersonalData;

/** What an SME asked on the day, the calls with them, the group they sat in. */
@Repository
public class DayData implements PersonalData {
    private final PersonRows rows;
    private final Clock clock;

    @Inject
    public DayData(PersonRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public int place() {
        return 90;
    }

    @Override
    public String section() {
        return "dayOnline";
    }

    @Override
    public Set<String> tables() {
        return Set.of("help_request", "follow_up_call", "event_group_member");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(
                rows.list(
                        "helpRequests",
                        """
                        select e.title, h.asked_at, h.state, h.question, h.answer, h.closed_at
                        from help_request h join event e on e.id = h.event_id where h.sme_id = ?1 order by h.id desc""",
                        person.sme(),
                        text("event"),
                        moment("askedAt"),
                        constant("state", HelpState.class),
                        text("question"),
                        text("answer"),
                        moment("closedAt")),
                rows.list(
                        "calls",
                        """
                        select e.title, c.starts_at, c.minutes, c.state, c.reason
                        from follow_up_call c join event e on e.id = c.event_id where c.sme_id = ?1 order by c.id desc""",
                        person.sme(),
                        text("event"),
                        moment("startsAt"),
                        number("minutes"),
                        constant("state", CallState.class),
                        text("reason")),
                rows.list("groups", """
                        select e.title, r.name from event_group_member g join event e on e.id = g.event_id
                        join event_room r on r.id = g.room_id where g.sme_id = ?1 order by e.id desc""", person.sme(), text("event"), text("room")));
    }

    @Override
    public void forget(Person person) {
        Object now = Sql.parameter(clock.instant());
        rows.update("""
                update help_request set question = ?2, answer = null, closed_at = coalesce(closed_at, ?3),
                    state = case when state in ('OPEN', 'TAKEN') then 'SETTLED' else state end, version = version + 1
                where sme_id = ?1""", person.sme(), rows.removedText(), now);
        rows.update("""
                update follow_up_call set reason = null, sequence = sequence + 1, version = version + 1,
                    state = case when starts_at > ?2 then 'CANCELLED' else state end
                where sme_id = ?1""", person.sme(), now);
        rows.update("delete from event_group_member where sme_id = ?1", person.sme());
    }
}
