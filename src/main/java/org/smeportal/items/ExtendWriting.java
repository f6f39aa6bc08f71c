package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.exams.ExamDuties;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Sql;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Duty;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A programme manager gives everybody who has a draft of a workshop longer to write (R9.1). */
@UseCase
@Requires(Permission.MANAGE_ITEMS)
public class ExtendWriting {
    private final EventDirectory events;
    private final ExamDuties duties;
    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public ExtendWriting(
            EventDirectory events, ExamDuties duties, EntityManager entityManager, CurrentUser user, Clock clock) {
        this.events = events;
        this.duties = duties;
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    public record Extension(UUID event, Instant until) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return until.toString();
        }
    }

    /** Answers how many drafts it is about; nobody gets less time than before. */
    public int extend(Extension extension) {
        EventCard event = events.byPublicId(extension.event()).orElseThrow(NotFound::new);
        Long exam = event.examId();
        if (exam == null || !duties.has(user.accountId(), exam, Duty.PM)) {
            throw new NotFound();
        }
        if (!extension.until().isAfter(clock.instant())) {
            throw new Refused("items.refused.past").at("until");
        }
        return entityManager
                .createNativeQuery("""
                        update item set write_until = ?2, version = version + 1
                        where event_id = ?1 and status = 'DRAFT' and (write_until is null or write_until < ?2)""")
                .setParameter(1, event.id())
                .setParameter(2, Sql.parameter(extension.until()))
                .executeUpdate();
    }
}
