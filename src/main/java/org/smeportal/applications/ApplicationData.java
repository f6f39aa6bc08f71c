package org.smeportal.applications;

import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.day;
import static org.smeportal.privacy.Column.moment;
import static org.smeportal.privacy.Column.number;
import static org.smeportal.privacy.Column.text;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.privacy.Part;
import org.smeportal.privacy.Person;
import org.smeportal.privacy.PersonRows;
import org.smeportal.privacy.PersonalData;
import org.smeportal.security.LinkTokens;

/** What somebody wrote to become an SME; how they were scored by whom is not theirs to read. */
@Repository
public class ApplicationData implements PersonalData {
    private final PersonRows rows;
    private final Clock clock;

    @Inject
    public ApplicationData(PersonRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Their own, and those that came from their confirmed address. */
    private static Object[] theirs(Person person) {
        return new Object[] {person.sme(), person.email(), person.accountEmail()};
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public String section() {
        return "applications";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "application",
                "application_exam",
                "application_move",
                "application_review",
                "application_score",
                "application_note",
                "application_publication_part",
                "apply_invite");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(
                rows.records(
                        "applications",
                        """
                        select a.state, a.name, a.email, a.country, a.zone, a.employer, a.certifications,
                            a.years_experience, a.expertise, a.languages, a.motivation, a.heard_of, a.attendance,
                            (select group_concat(x.code order by x.code separator ', ')
                                from application_exam q join exam x on x.id = q.exam_id where q.application_id = a.id) as exams,
                            a.privacy_at, a.contact_at, a.created_at, a.sent_at, a.confirmed_at, a.promised_on,
                            case when a.published_at is not null then a.decision end as told_decision,
                            case when a.published_at is not null then a.decision_reason end as told_reason, a.published_at
                        from application a where a.sme_id = ?1 or a.confirmed_at is not null and a.email in (?2, ?3)
                        order by a.id desc""",
                        theirs(person),
                        constant("state", ApplicationState.class),
                        text("name"),
                        text("email"),
                        text("country"),
                        text("zone"),
                        text("employer"),
                        text("certifications"),
                        number("yearsExperience"),
                        text("expertise"),
                        text("languages"),
                        text("motivation"),
                        text("heardOf"),
                        constant("attendance", Attendance.class),
                        text("exams"),
                        moment("privacyAgreedAt"),
                        moment("contactAgreedAt"),
                        moment("createdAt"),
                        moment("sentAt"),
                        moment("confirmedAt"),
                        day("promisedOn"),
                        constant("decision", Decision.class),
                        text("decisionReason"),
                        moment("decidedAt")),
                rows.list(
                        "applicationStages",
                        """
                        select m.to_state, m.at from application_move m join application a on a.id = m.application_id
                        where a.sme_id = ?1 or a.confirmed_at is not null and a.email in (?2, ?3) order by m.id desc""",
                        theirs(person),
                        constant("state", ApplicationState.class),
                        moment("at")),
                rows.list(
                        "applyInvites",
                        """
                        select email, name, note, created_at, expires_at from apply_invite
                        where email in (?1, ?2) order by id desc""",
                        new Object[] {person.email(), person.accountEmail()},
                        text("email"),
                        text("name"),
                        text("note"),
                        moment("createdAt"),
                        moment("expiresAt")));
    }

    @Override
    public void forget(Person person) {
        String theirs =
                "(select id from (select id from application where sme_id = ?1 or email in (?2, ?3)) as theirs)";
        rows.update("delete from application_note where application_id in " + theirs, theirs(person));
        rows.update("update application_review set comment = null where application_id in " + theirs, theirs(person));
        rows.update(
                "update application_move set reason = null, actor = case when actor = ?4 then ?5 else actor end"
                        + " where application_id in " + theirs,
                person.sme(),
                person.email(),
                person.accountEmail(),
                person.name(),
                rows.formerName());
        rows.update(
                """
                update apply_invite set email = null, name = null, note = null, label = ?4, revoked_at = ?5,
                    version = version + 1
                where email in (?2, ?3) or id in (select invite_id from application where (sme_id = ?1 or email in (?2, ?3))
                    and invite_id is not null) and email is not null""",
                person.sme(),
                person.email(),
                person.accountEmail(),
                rows.formerName(),
                Sql.parameter(clock.instant()));
        rows.update(
                """
                update application set email = ?4, name = ?5, employer = null, certifications = null,
                    years_experience = null, expertise = null, languages = null, motivation = null, heard_of = null,
                    attendance = null, zone = null, draft_hash = null, nonce = ?6, decision_reason = null,
                    state = case when state in ('ACCEPTED', 'DECLINED') then state else 'WITHDRAWN' end, live_key = null,
                    version = version + 1
                where sme_id = ?1 or email in (?2, ?3)""",
                person.sme(),
                person.email(),
                person.accountEmail(),
                EmailAddress.nobody().value(),
                rows.formerName(),
                LinkTokens.newNonce());
    }
}
