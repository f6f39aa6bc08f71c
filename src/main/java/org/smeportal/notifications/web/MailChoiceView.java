package org.smeportal.notifications.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.NotFound;
import org.smeportal.notifications.ChooseMails;
import org.smeportal.notifications.MailGroup;
import org.smeportal.notifications.MailPreferenceQueries;
import org.smeportal.platform.web.Messages;

/** The page behind the link in an optional mail: opening it changes nothing. */
@Named
@RequestScoped
public class MailChoiceView {
    @Inject
    private MailPreferenceQueries queries;

    @Inject
    private ChooseMails choose;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String token;

    private @Nullable String address;
    private Map<MailGroup, Boolean> wanted = Map.of();

    @PostConstruct
    void readForSaving() {
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        MailPreferenceQueries.Choice choice = queries.byLink(token).orElseThrow(NotFound::new);
        address = choice.address();
        wanted = MailGroup.ticks(choice.wanted());
    }

    public void save() {
        choose.byLink(token == null ? "" : token, MailGroup.ticked(wanted));
        messages.note("notifications.choice.saved");
        Faces.redirect("/mail-preferences/" + token);
    }

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
