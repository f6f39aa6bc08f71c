package org.smeportal.applications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.smeportal.applications.AskForStatusLink;
import org.smeportal.platform.web.ClientAddress;
import org.smeportal.platform.web.Messages;

/** Asks for the link to one's application; answers the same whether or not there is one. */
@Named
@RequestScoped
public class StatusLinkView {
    @Inject
    private AskForStatusLink links;

    @Inject
    private ClientAddress client;

    @Inject
    private Messages messages;

    private @Nullable String email;

    public String send() {
        links.ask(email == null ? "" : email, client.get());
        messages.note("applications.link.done");
        return "/apply/link?faces-redirect=true";
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }
}
