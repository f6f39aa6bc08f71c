package org.smeportal.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.RequestPasswordLink;
import org.smeportal.platform.web.ClientAddress;
import org.smeportal.platform.web.Messages;

/** Asks for a link to set the password; answers the same whether or not the address is known. */
@Named
@RequestScoped
public class ForgotPasswordView {
    @Inject
    private RequestPasswordLink requestPasswordLink;

    @Inject
    private ClientAddress client;

    @Inject
    private Messages messages;

    private @Nullable String email;

    public String send() {
        String address = email == null ? "" : email;
        requestPasswordLink.request(address, client.get());
        messages.note("accounts.forgot.done", address);
        return "/forgot-password?faces-redirect=true";
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }
}
