package org.smeportal.notifications;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.smeportal.platform.Repository;

/** Finds the feature that composes a message, and adds to an optional one how to choose. */
@Repository
class Composers {

    /** Where the frame of the mails has room for the link. */
    private static final String ROOM = "<!-- choices -->";

    private final Map<String, MailComposer> byKind = new HashMap<>();
    private final MailPreferences preferences;
    private final MailChoiceLinks links;
    private final MailTemplates templates;

    @Inject
    Composers(
            Instance<MailComposer> composers,
            MailPreferences preferences,
            MailChoiceLinks links,
            MailTemplates templates) {
        this.preferences = preferences;
        this.links = links;
        this.templates = templates;
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
        Mail mail = composer.compose(message);
        return MailGroup.of(message.kind())
                .flatMap(group -> preferences
                        .of(message.recipient())
                        .map(preference -> withChoice(
                                mail,
                                links.choose(preference, message.createdAt()),
                                links.oneClick(preference, group, message.createdAt()))))
                .orElse(mail);
    }

    /** RFC 2369 and RFC 8058. */
    private Mail withChoice(Mail mail, String choose, String oneClick) {
        Mail line = templates.render("mail-choices", mail.subject(), Map.of("link", choose), null);
        return new Mail(
                mail.subject(),
                mail.text().stripTrailing() + "\n\n" + line.text(),
                mail.html().replace(ROOM, line.html().strip()),
                mail.calendars(),
                Map.of(
                        "List-Unsubscribe",
                        "<" + oneClick + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click"));
    }
}
