package org.smeportal.practical;

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

/** What was noted for the journeys of an SME. */
@Repository
public class TravelData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public TravelData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 80;
    }

    @Override
    public String section() {
        return "travel";
    }

    @Override
    public Set<String> tables() {
        return Set.of("travel_note");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(rows.list("travelNotes", """
                        select e.title, t.note, t.written_at from travel_note t join event e on e.id = t.event_id
                        where t.sme_id = ?1 order by t.id desc""", person.sme(), text("event"), text("note"), moment("writtenAt")));
    }

    @Override
    public void forget(Person person) {
        rows.update("delete from travel_note where sme_id = ?1", person.sme());
    }
}
