package org.smeportal.privacy;

import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.day;
import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.platform.Repository;
import org.smeportal.profiles.QualificationState;
import org.smeportal.profiles.TravelRadius;
import org.smeportal.security.Duty;

/** Limits, exams passed with their evidence, and duties. */
@Repository
public class ProfileData implements PersonalData {
    private final PersonRows rows;

    @Inject
    public ProfileData(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 15;
    }

    @Override
    public String section() {
        return "work";
    }

    @Override
    public Set<String> tables() {
        return Set.of("sme_profile", "qualification", "exam_duty");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(
                rows.facts(
                        "limits",
                        "select max_events, travel from sme_profile where sme_id = ?1",
                        person.sme(),
                        text("eventsAYear"),
                        constant("travel", TravelRadius.class)),
                rows.list(
                        "qualifications",
                        """
                        select x.code, q.certificate, q.evidence_number, q.evidence_url, q.obtained_on, q.expires_on, q.state,
                            q.told_at, q.decided_at, q.reason
                        from qualification q join exam x on x.id = q.exam_id where q.sme_id = ?1
                        order by q.obtained_on desc, q.id""",
                        person.sme(),
                        text("exam"),
                        text("certificate"),
                        text("evidenceNumber"),
                        text("evidenceUrl"),
                        day("obtainedOn"),
                        day("expiresOn"),
                        constant("state", QualificationState.class),
                        moment("toldAt"),
                        moment("decidedAt"),
                        text("reason")),
                rows.list(
                        "duties",
                        """
                        select x.code, d.duty, d.granted_at from exam_duty d join exam x on x.id = d.exam_id
                        where d.account_id = ?1 order by x.code, d.duty""",
                        person.accountOrNone(),
                        text("exam"),
                        constant("duty", Duty.class),
                        moment("grantedAt")));
    }

    @Override
    public void forget(Person person) {
        rows.update("delete from qualification where sme_id = ?1", person.sme());
        rows.update("delete from sme_profile where sme_id = ?1", person.sme());
        rows.update("delete from exam_duty where account_id = ?1", person.accountOrNone());
    }
}
