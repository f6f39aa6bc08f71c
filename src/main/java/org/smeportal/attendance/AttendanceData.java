package org.smeportal.attendance;

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

/** Where an SME was; the ledger stays, with its figures and without a word about the person. */
@Repository
public class AttendanceData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public AttendanceData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public String section() {
        return "attendance";
    }

    @Override
    public Set<String> tables() {
        return Set.of("attendance_entry", "attendance_result");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(
                rows.list(
                        "results",
                        """
                        select e.title, e.starts_at, r.result, r.minutes from attendance_result r join event e on e.id = r.event_id
                        where r.sme_id = ?1 order by e.starts_at desc, e.id""",
                        person.sme(),
                        text("event"),
                        moment("startsAt"),
                        constant("result", AttendanceResult.class),
                        number("minutes")),
                rows.list(
                        "entries",
                        """
                        select e.title, x.title as session_title, a.result, a.minutes, a.source, a.recorded_at, a.reason
                        from attendance_entry a join event e on e.id = a.event_id left join event_session x on x.id = a.session_id
                        where a.sme_id = ?1 order by a.id desc""",
                        person.sme(),
                        text("event"),
                        text("session"),
                        constant("result", AttendanceResult.class),
                        number("minutes"),
                        constant("source", AttendanceSource.class),
                        moment("recordedAt"),
                        text("reason")));
    }

    @Override
    public void forget(Person person) {
        rows.update("""
                update attendance_entry set reason = null, recorded_by = case when recorded_by = ?2 then ?3 else recorded_by end
                where sme_id = ?1""", person.sme(), person.name(), rows.formerName());
    }
}
