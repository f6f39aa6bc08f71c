package org.smeportal.privacy;

import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.day;
import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.text;
import static org.smeportal.privacy.Column.truth;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;
import org.smeportal.smes.Need;
import org.smeportal.smes.SmeForgetting;
import org.smeportal.smes.SmeState;

/** The SME: who they are, what they need, when they are away. */
@Repository
public class SmeData implements PersonalData {
    private final PersonRows rows;
    private final SmeForgetting forgetting;

    @Inject
    public SmeData(PersonRows rows, SmeForgetting forgetting) {
        this.rows = rows;
        this.forgetting = forgetting;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public String section() {
        return "profile";
    }

    @Override
    public Set<String> tables() {
        return Set.of("sme", "sme_exam", "sme_needs", "sme_need", "sme_blackout", "sme_not_same");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(
                rows.facts(
                        "about",
                        """
                        select s.name, s.email, s.country, s.zone, s.employer, s.expertise, s.languages,
                            (select group_concat(x.code order by x.code separator ', ')
                                from sme_exam q join exam x on x.id = q.exam_id where q.sme_id = s.id) as exams,
                            s.visible_to_members, s.state, s.joined_on, s.created_at
                        from sme s where s.id = ?1""",
                        person.sme(),
                        text("name"),
                        text("email"),
                        text("country"),
                        text("zone"),
                        text("employer"),
                        text("expertise"),
                        text("languages"),
                        text("exams"),
                        truth("visibleToMembers"),
                        constant("state", SmeState.class),
                        day("joinedOn"),
                        moment("createdAt")),
                rows.list(
                        "needs",
                        "select need from sme_need where sme_id = ?1 order by need",
                        person.sme(),
                        constant("need", Need.class)),
                rows.facts(
                        "needNotes",
                        "select diet_note, access_note from sme_needs where sme_id = ?1",
                        person.sme(),
                        text("dietNote"),
                        text("accessNote")),
                rows.list(
                        "daysAway",
                        "select first_day, last_day, note from sme_blackout where sme_id = ?1 order by first_day, id",
                        person.sme(),
                        day("firstDay"),
                        day("lastDay"),
                        text("note")));
    }

    @Override
    public void forget(Person person) {
        forgetting.forget(person.publicId(), rows.formerName());
    }
}
