package org.smeportal.notifications;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.platform.Queries;

/** What an address wants, for the pages on which it is chosen. */
@Queries
public class MailPreferenceQueries {

    private final MailPreferences preferences;
    private final MailChoiceLinks links;

    @Inject
    public MailPreferenceQueries(MailPreferences preferences, MailChoiceLinks links) {
        this.preferences = preferences;
        this.links = links;
    }

    public record Choice(String address, Set<MailGroup> wanted) {}

    public Set<MailGroup> wanted(EmailAddress address) {
        return preferences
                .of(address.value())
                .map(MailPreference::wanted)
                .orElseGet(() -> EnumSet.allOf(MailGroup.class));
    }

    /** Empty when the link is not one of ours, or has ended. */
    public Optional<Choice> byLink(@Nullable String token) {
        return links.opened(token)
                .flatMap(opened -> preferences
                        .byId(opened.subject())
                        .filter(found -> found.nonce().equals(opened.nonce())))
                .map(found -> new Choice(found.address(), found.wanted()));
    }
}
