package org.smeportal.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.accounts.PasswordLinkQueries;
import org.smeportal.accounts.SetPassword;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.web.Messages;

/** Sets the password by a mailed link. Opening the page changes nothing. */
@Named
@RequestScoped
public class SetPasswordView {
    @Inject
    private SetPassword setPassword;

    @Inject
    private PasswordLinkQueries passwordLinks;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String token;

    private @Nullable String holder;
    private @Nullable String password;
    private @Nullable String again;

    public void load() {
        holder = passwordLinks.holder(token).orElse(null);
    }

    /** A refused password leaves the link as it was. */
    public boolean isOpen() {
        if (holder == null) {
            load();
        }
        return holder != null;
    }

    public String save() {
        if (password == null || !password.equals(again)) {
            throw new Refused("accounts.refused.passwordsDiffer").at("again");
        }
        setPassword.set(token, password);
        messages.note("accounts.password.done");
        return "/sign-in?faces-redirect=true";
    }

    public @Nullable String getHolder() {
        return holder;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getAgain() {
        return again;
    }

    public void setAgain(@Nullable String again) {
        this.again = again;
    }
}
