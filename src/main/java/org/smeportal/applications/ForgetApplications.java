package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.Sql;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;

/** What the clock deletes: forms that nobody confirmed or went on with, and in the end who was declined or withdrew. */
@BackgroundStep
public class ForgetApplications {
    private final EntityManager entityManager;
    private final ProgrammeSettings settings;
    private final Clock clock;

    @Inject
    public ForgetApplications(EntityManager entityManager, ProgrammeSettings settings, Clock clock) {
        this.entityManager = entityManager;
        this.settings = settings;
        this.clock = clock;
    }

    public int unconfirmed() {
        return delete("state = 'UNCONFIRMED' and sent_at < ?1", daysAgo(ProgrammeSetting.CONFIRM_DAYS));
    }

    public int drafts() {
        return delete("state = 'DRAFT' and changed_at < ?1", daysAgo(ProgrammeSetting.DRAFT_DAYS));
    }

    /** The next hundred applications whose person is to be forgotten. */
    public List<Long> due() {
        return Sql.numbers(entityManager.createNativeQuery("""
                        select a.id from application a
                        where a.state in ('DECLINED', 'WITHDRAWN') and a.name is not null
                          and (select max(m.at) from application_move m where m.application_id = a.id) < ?1
                        order by a.id limit 100""").setParameter(1, Sql.parameter(longAgo())));
    }

    /** Stage, dates and exams stay for the figures; nothing tells any more whose they were. */
    public void forget(long id) {
        run("""
                update application set email = concat(public_id, '@gone.invalid'), name = null, country = null, zone = null,
                    employer = null, certifications = null, years_experience = null, expertise = null, languages = null,
                    motivation = null, heard_of = null, decision_reason = null, invite_id = null, contact_at = null,
                    nonce = left(replace(uuid(), '-', ''), 22), version = version + 1
                where id = ?1""", id);
        run("update application_move set actor = '', reason = null where application_id = ?1", id);
        run("update application_review set comment = null where application_id = ?1", id);
        run(
                "update application_publication_part set left_out = '' where application_id = ?1"
                        + " and left_out is not null",
                id);
        run("delete from application_note where application_id = ?1", id);
    }

    /** Invitations from which nothing came that is still kept. */
    public int invites() {
        return entityManager
                .createNativeQuery("""
                        delete from apply_invite where expires_at < ?1
                        and not exists (select 1 from application a where a.invite_id = apply_invite.id)""")
                .setParameter(1, Sql.parameter(longAgo()))
                .executeUpdate();
    }

    private int delete(String which, Instant before) {
        return entityManager
                .createNativeQuery("delete from application where " + which)
                .setParameter(1, Sql.parameter(before))
                .executeUpdate();
    }

    private void run(String sql, long id) {
        entityManager.createNativeQuery(sql).setParameter(1, id).executeUpdate();
    }

    private Instant daysAgo(ProgrammeSetting days) {
        return clock.instant().minus(Duration.ofDays(settings.of(days)));
    }

    private Instant longAgo() {
        return clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minusMonths(settings.of(ProgrammeSetting.FORGET_MONTHS))
                .toInstant();
    }
}
