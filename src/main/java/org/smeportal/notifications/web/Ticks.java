package org.smeportal.notifications.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.smeportal.notifications.MailGroup;

/** The boxes of a form in which mails are chosen. */
public final class Ticks {
    private Ticks() {}

    public static Map<MailGroup, Boolean> of(Set<MailGroup> wanted) {
        Map<MailGroup, Boolean> ticks = new EnumMap<>(MailGroup.class);
        Arrays.stream(MailGroup.values()).forEach(group -> ticks.put(group, wanted.contains(group)));
        return ticks;
    }

    public static Set<MailGroup> ticked(Map<MailGroup, Boolean> ticks) {
        Set<MailGroup> wanted = EnumSet.noneOf(MailGroup.class);
        ticks.forEach((group, ticked) -> {
            if (Boolean.TRUE.equals(ticked)) {
                wanted.add(group);
            }
        });
        return wanted;
    }
}
