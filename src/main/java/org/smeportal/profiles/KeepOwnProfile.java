package org.smeportal.profiles;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.MailGroup;
import org.smeportal.notifications.MailPreferences;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** An SME keeps their limits and the exams they passed (R1.5). */
@UseCase
@Requires(Permission.KEEP_OWN_PROFILE)
public class KeepOwnProfile {
    private final EntityManager entityManager;
    private final Qualifications qualifications;
    private final ExamQueries exams;
    private final SmeDirectory smes;
    private final MailPreferences mails;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public KeepOwnProfile(
            EntityManager entityManager,
            Qualifications qualifications,
            ExamQueries exams,
            SmeDirectory smes,
            MailPreferences mails,
            CurrentUser user,
            Clock clock) {
        this.entityManager = entityManager;
        this.qualifications = qualifications;
        this.exams = exams;
        this.smes = smes;
        this.mails = mails;
        this.user = user;
        this.clock = clock;
    }

    /** Answers which SME it is about. */
    public UUID limit(Limits limits) {
        SmeCard me = own();
        SmeProfile profile = entityManager.find(SmeProfile.class, me.id(), LockModeType.PESSIMISTIC_WRITE);
        if (profile == null) {
            profile = new SmeProfile(me.id());
            entityManager.persist(profile);
        }
        profile.limit(limits);
        return me.publicId();
    }

    /** Answers which SME it is about. */
    public UUID chooseMails(Set<MailGroup> wanted) {
        SmeCard me = own();
        mails.choose(new EmailAddress(me.email()), wanted);
        return me.publicId();
    }

    /** Answers the new qualification. */
    public UUID claim(Evidence evidence, long exam) {
        if (exams.choices().stream().noneMatch(known -> known.id() == exam)) {
            throw new Refused("profiles.refused.exam").at("exam");
        }
        evidence.mustBeOver(LocalDate.ofInstant(clock.instant(), user.getZone()));
        Qualification qualification = new Qualification(own().id(), exam, evidence, clock.instant());
        qualifications.add(qualification);
        return qualification.publicId();
    }

    /** What was confirmed stays, as a programme manager saw it. */
    public void takeBack(UUID qualification) {
        Qualification own = qualifications.locked(qualification);
        if (own.smeId() != own().id()) {
            throw new NotFound();
        }
        if (own.state() == QualificationState.CONFIRMED) {
            throw new Refused("profiles.refused.confirmed");
        }
        qualifications.remove(own);
    }

    private SmeCard own() {
        return smes.byAccount(user.accountId()).orElseThrow(NotFound::new);
    }
}
