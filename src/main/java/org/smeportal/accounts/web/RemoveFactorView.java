package org.smeportal.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.accounts.ManageAccount;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;

/** The second factor of somebody who lost it, on the page of their account. */
@Named
@RequestScoped
public class RemoveFactorView {
    @Inject
    private ManageAccount manage;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private @Nullable String reason;

    public String remove() {
        manage.removeSecondFactor(
                new ManageAccount.Removal(UUID.fromString(String.valueOf(id)), reason == null ? "" : reason));
        messages.note("accounts.factor.removed");
        return "/app/accounts/account-list?faces-redirect=true";
    }

    public boolean isOwn(AccountQueries.Row account) {
        return account.id() == user.accountId();
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
