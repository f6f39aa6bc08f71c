package org.smeportal.tasks;

import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.day;
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

/** Work outside of events: the hours stay, what it was does not. */
@Repository
public class TaskData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public TaskData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 120;
    }

    @Override
    public String section() {
        return "tasks";
    }

    @Override
    public Set<String> tables() {
        return Set.of("sme_task");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(rows.list(
                "tasks",
                """
                        select t.title, t.details, x.code, t.due_on, t.state, t.done_on, t.minutes, t.created_at
                        from sme_task t left join exam x on x.id = t.exam_id where t.sme_id = ?1 order by t.id desc""",
                person.sme(),
                text("title"),
                text("details"),
                text("exam"),
                day("dueOn"),
                constant("state", TaskState.class),
                day("doneOn"),
                number("minutes"),
                moment("createdAt")));
    }

    @Override
    public void forget(Person person) {
        rows.update("""
                update sme_task set title = ?2, details = null, added_by = case when added_by = ?3 then ?4 else added_by end,
                    state = case when state = 'OPEN' then 'DROPPED' else state end, version = version + 1
                where sme_id = ?1""", person.sme(), rows.removedText(), person.name(), rows.formerName());
    }
}
