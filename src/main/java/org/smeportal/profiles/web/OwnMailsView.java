package org.smeportal.profiles.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.notifications.MailGroup;
import org.smeportal.notifications.MailPreferenceQueries;
import org.smeportal.platform.web.Messages;
import org.smeportal.profiles.KeepOwnProfile;
import org.smeportal.profiles.ProfileQueries;
import org.smeportal.security.CurrentUser;

/** Which optional mails an SME wants. */
@Named
@RequestScoped
public class OwnMailsView {
    @Inject
    private ProfileQueries profiles;

    @Inject
    private MailPreferenceQueries preferences;

    @Inject
    private KeepOwnProfile keep;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    private @Nullable String address;
    private Map<MailGroup, Boolean> wanted = Map.of();

    @PostConstruct
    void read() {
        profiles.own(user.accountId()).ifPresent(own -> {
            address = own.email();
            wanted = MailGroup.ticks(preferences.wanted(new EmailAddress(own.email())));
        });
    }

    public String save() {
        keep.chooseMails(MailGroup.ticked(wanted));
        messages.note("notifications.choice.saved");
        return "/app/profiles/mails?faces-redirect=true";
    }

    /** Null for an account that no SME of the directory belongs to. */
    public @Nullable String getAddress() {
        return address;
    }

    public MailGroup[] getGroups() {
        return MailGroup.values();
    }

    public Map<MailGroup, Boolean> getWanted() {
        return wanted;
    }
}
