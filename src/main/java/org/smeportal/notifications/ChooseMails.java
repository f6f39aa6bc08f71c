package org.smeportal.notifications;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Anonymous;
import org.smeportal.security.LinkTokens;

/** Who got an optional mail chooses by its links which ones go on (R1.5); each answers whose choice it was. */
@UseCase
public class ChooseMails {

    private final MailPreferences preferences;
    private final MailChoiceLinks links;

    @Inject
    public ChooseMails(MailPreferences preferences, MailChoiceLinks links) {
        this.preferences = preferences;
        this.links = links;
    }

    @Anonymous("whoever has the link in a mail has the address that it chooses for")
    public long byLink(String token, Collection<MailGroup> wanted) {
        MailPreference preference = held(links.opened(token).orElseThrow(NotFound::new));
        preferences.choose(preference, wanted);
        return preference.id();
    }

    /**
     * No more mails of the group of that mail. Answers nothing for one whose mails are confidential: the entry would tell
     * whom such a mail has just reached.
     */
    @Anonymous("mail programs post it for whoever got the mail, without a cookie (RFC 8058)")
    public @Nullable Long oneClick(String token) {
        MailChoiceLinks.OneClick click = links.oneClick(token).orElseThrow(NotFound::new);
        MailPreference preference = held(click.link());
        Set<MailGroup> wanted = preference.wanted();
        wanted.remove(click.group());
        preferences.choose(preference, wanted);
        return click.group().isConfidential() ? null : preference.id();
    }

    private MailPreference held(LinkTokens.Opened link) {
        return preferences
                .locked(link.subject())
                .filter(found -> found.nonce().equals(link.nonce()))
                .orElseThrow(NotFound::new);
    }
}
