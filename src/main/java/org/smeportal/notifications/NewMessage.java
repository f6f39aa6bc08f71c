package org.smeportal.notifications;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.EmailAddress;

/**
 * A message to be: its kind finds the composer, its subject the row that it is about, its key makes it unique (enqueuing
 * the same key twice is an error of the caller), parameters are what must not change until it is sent.
 */
public record NewMessage(
        String kind,
        long subjectId,
        String key,
        EmailAddress recipient,
        String recipientName,
        @Nullable Long eventId,
        Map<String, String> parameters,
        @Nullable UUID batch,
        @Nullable Instant notBefore) {

    public static NewMessage of(String kind, long subjectId, String key, EmailAddress recipient, String recipientName) {
        return new NewMessage(kind, subjectId, key, recipient, recipientName, null, Map.of(), null, null);
    }

    public NewMessage forEvent(long id) {
        return new NewMessage(kind, subjectId, key, recipient, recipientName, id, parameters, batch, notBefore);
    }

    public NewMessage with(Map<String, String> fixed) {
        return new NewMessage(kind, subjectId, key, recipient, recipientName, eventId, fixed, batch, notBefore);
    }

    /** Waits in the queue until then; the whole batch can be sent now or undone before. */
    public NewMessage waiting(UUID inBatch, Instant until) {
        return new NewMessage(kind, subjectId, key, recipient, recipientName, eventId, parameters, inBatch, until);
    }
}
