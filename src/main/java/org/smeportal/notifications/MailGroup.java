package org.smeportal.notifications;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The mails that are optional (R1.5). What is in no group always goes: invitations, changes, answers, security,
 * applications.
 */
public enum MailGroup {
    REMINDERS("invitation-remind"),
    FEEDBACK("feedback-ask"),
    TASKS("task-asked");

    private final Set<String> kinds;

    MailGroup(String... kinds) {
        this.kinds = Set.of(kinds);
    }

    /** Kinds of the outbox. */
    public Set<String> kinds() {
        return kinds;
    }

    static Optional<MailGroup> of(String kind) {
        return Arrays.stream(values())
                .filter(group -> group.kinds.contains(kind))
                .findFirst();
    }
}
