package org.smeportal.notifications;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.smeportal.platform.Repository;

/** Finds the feature that composes a message. */
@Repository
class Composers {

    private final Map<String, MailComposer> byKind = new HashMap<>();

    @Inject
    Composers(Instance<MailComposer> composers) {
        for (MailComposer composer : composers) {
            composer.kinds().forEach(kind -> byKind.put(kind, composer));
        }
    }

    Set<String> kinds() {
        return new TreeSet<>(byKind.keySet());
    }

    Mail compose(OutboxMessage message) {
        MailComposer composer = byKind.get(message.kind());
        if (composer == null) {
            throw new IllegalStateException("nobody composes the kind " + message.kind());
        }
        return composer.compose(message);
    }
}
