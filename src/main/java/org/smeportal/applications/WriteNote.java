package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Sql;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A short note among programme managers about an application; the applicant never sees it. */
@UseCase
@Requires(Permission.MANAGE_APPLICATIONS)
public class WriteNote {
    public static final int MOST = 2000;

    private final EntityManager entityManager;
    private final Applications applications;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public WriteNote(EntityManager entityManager, Applications applications, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.applications = applications;
        this.user = user;
        this.clock = clock;
    }

    public record Note(UUID application, String text) implements AuditedCommand {
        public Note {
            String words = Words.text(text, MOST);
            if (words == null) {
                throw new Refused("applications.refused.noNote").at("note");
            }
            text = words;
        }

        @Override
        public String auditSubject() {
            return "application:" + application;
        }
    }

    public void write(Note note) {
        Application application = applications.locked(note.application());
        entityManager
                .createNativeQuery(
                        "insert into application_note (application_id, author_id, text, at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, application.id())
                .setParameter(2, user.accountId())
                .setParameter(3, note.text())
                .setParameter(4, Sql.parameter(clock.instant()))
                .executeUpdate();
    }
}
