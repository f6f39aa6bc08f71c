package org.smeportal.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Programme managers and applications that count, to score and to decide. */
public final class QueueStory {
    public static final Instant NOW = Instant.parse("2020-02-03T09:00:00Z");

    final Rig rig;
    final Caller priya;
    final Caller tomasz;
    final Caller ines;
    private int number;

    public QueueStory(Rig rig) {
        this.rig = rig;
        rig.update("insert into exam (code, name, level, version_year) values ('SAP', 'Architect', 'Pro', 2020)");
        rig.update("insert into exam (code, name, level, version_year) values ('SCS', 'Security', 'Specialty', 2020)");
        priya = pm("priya@example.org", "Priya Nair");
        tomasz = pm("tomasz@example.org", "Tomasz Lewandowski");
        ines = pm("ines@example.org", "Inês Prado");
    }

    private Caller pm(String email, String name) {
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), ?1, ?2, 'Europe/Berlin', 'ACTIVE', 'n', now(6))""", email, name);
        long id = rig.count("select id from account where email = ?1", email);
        return Rig.caller(id, name, "Europe/Berlin", Role.PM);
    }

    UUID application(String name) {
        return application(name, "applicant" + ++number + "@example.org", "PT");
    }

    UUID application(String name, String email, String country) {
        return insert(rig, name, email, country, Instant.parse("2020-01-30T10:00:00Z"), LocalDate.of(2020, 2, 20));
    }

    /** An application that counts since then, for the first exam there is. */
    public static UUID insert(
            Rig rig, String name, String email, String country, Instant confirmed, LocalDate promised) {
        UUID id = UUID.randomUUID();
        rig.update("""
                insert into application (public_id, state, nonce, email, name, country, zone, employer, years_experience,
                    expertise, languages, motivation, attendance, step, created_at, changed_at, sent_at, confirmed_at,
                    promised_on, live_key)
                values (?1, 'SUBMITTED', 'n', ?2, ?3, ?4, 'Europe/Lisbon', 'Tagus Ltd', 7, 'Networks', 'English',
                    'I run this every day.', 'NEARBY', 4, ?5, ?5, ?5, ?5, ?6, ?2)""", id.toString(), email, name, country, Sql.parameter(confirmed), promised);
        rig.update("""
                insert into application_exam (application_id, exam_id)
                select a.id, (select min(id) from exam) from application a where a.public_id = ?1""", id.toString());
        return id;
    }

    List<UUID> applications(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(application("Applicant %04d".formatted(i)));
        }
        return ids;
    }

    <T> T as(Caller who, Callable<T> act) {
        return rig.as(who, act);
    }

    ApplicationRow row(Caller who, UUID id) {
        return as(who, () -> rig.get(ApplicationQueries.class).one(id).orElseThrow());
    }

    List<Review> reviews(Caller who, UUID id) {
        return as(
                who,
                () -> rig.get(ApplicationQueries.class)
                        .reviews(List.of(row(who, id)))
                        .getOrDefault(id, List.of()));
    }

    /** The same points for each criterion of the current rubric. */
    void score(Caller who, UUID id, int points) {
        score(who, id, points, "Comment of " + who.name());
    }

    void score(Caller who, UUID id, int points, String comment) {
        Rubric rubric = rig.get(RubricQueries.class).current();
        Map<Long, Integer> given = new LinkedHashMap<>();
        rubric.criteria().forEach(criterion -> given.put(criterion.id(), points));
        score(who, id, rubric, given, comment);
    }

    void score(Caller who, UUID id, Rubric rubric, Map<Long, Integer> given, String comment) {
        rig.as(
                who,
                () -> rig.get(ScoreApplication.class)
                        .score(new ScoreApplication.Scored(id, rubric.number(), given, comment)));
    }

    Seen seen(UUID id) {
        return Seen.of(List.of(row(priya, id).seen())).get(0);
    }

    DecideApplications.Outcome decide(Caller who, Decision decision, String reason, UUID... ids) {
        List<Seen> seen = new ArrayList<>();
        for (UUID id : ids) {
            seen.add(seen(id));
        }
        return as(
                who,
                () -> rig.get(DecideApplications.class).decide(new DecideApplications.Taken(seen, decision, reason)));
    }

    PublishDecisions.Planned publish(Caller who, List<UUID> ids) {
        List<Seen> seen = ids.stream().map(this::seen).toList();
        return as(who, () -> rig.get(PublishDecisions.class).plan(new PublishDecisions.Chosen(seen)));
    }

    String state(UUID id) {
        return (String) rig.rows("select state from application where public_id = ?1", id.toString())
                .get(0);
    }

    long mails(String kind) {
        return rig.count("select count(*) from outbox_message where kind = ?1", kind);
    }
}
