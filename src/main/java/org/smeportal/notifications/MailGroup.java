package org.smeportal.notifications;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mails that are optional (R1.5). What is in no group always goes: invitations, changes, answers, security,
 * applications.
 */
public enum MailGroup {
    REMINDERS("invitation-remind"),
    FEEDBACK("feedback-ask"),
    TASKS("task-asked"),
    ITEMS(Confidential.KINDS);

    private final Set<String> kinds;

    MailGroup(String kind) {
        this(List.of(kind));
    }

    MailGroup(List<String> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    /** Kinds of the outbox. */
    public Set<String> kinds() {
        return kinds;
    }

    boolean isConfidential() {
        return kinds.stream().anyMatch(Confidential::is);
    }

    /** A box for each group, ticked where it is wanted. */
    public static Map<MailGroup, Boolean> ticks(Set<MailGroup> wanted) {
        Map<MailGroup, Boolean> ticks = new EnumMap<>(MailGroup.class);
        Arrays.stream(values()).forEach(group -> ticks.put(group, wanted.contains(group)));
        return ticks;
    }

    public static Set<MailGroup> ticked(Map<MailGroup, Boolean> ticks) {
        Set<MailGroup> wanted = EnumSet.noneOf(MailGroup.class);
        ticks.forEach((group, ticked) -> {
            if (ticked) {
                wanted.add(group);
            }
        });
        return wanted;
    }

    static Optional<MailGroup> of(String kind) {
        return Arrays.stream(values())
                .filter(group -> group.kinds.contains(kind))
                .findFirst();
    }
}
