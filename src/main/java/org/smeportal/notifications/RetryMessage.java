package org.smeportal.notifications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Tries a message again that the mail server refused, that was given up, or that waits for its next try. */
@UseCase
public class RetryMessage {

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public RetryMessage(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    @Requires(Permission.RETRY_MESSAGES)
    public void retry(Long id) {
        OutboxMessage message = entityManager.find(OutboxMessage.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (message == null || Confidential.is(message.kind())) {
            throw new NotFound();
        }
        message.retry(clock.instant());
    }
}
