package org.smeportal.accounts.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.accounts.ChangeOwnAccount;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.web.ClientAddress;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;

/** One's own account: name, time zone, password. */
@Named
@RequestScoped
public class ProfileView {
    @Inject
    private ChangeOwnAccount change;

    @Inject
    private AccountQueries accounts;

    @Inject
    private CurrentUser user;

    @Inject
    private ClientAddress client;

    @Inject
    private Messages messages;

    private @Nullable String email;
    private @Nullable String name;
    private @Nullable String zone;
    private @Nullable String current;
    private @Nullable String password;
    private @Nullable String again;

    /** Before an act too: a refusal of one form shows the others as they were. */
    @PostConstruct
    void read() {
        AccountQueries.Row account = accounts.one(user.accountId()).orElseThrow(NotFound::new);
        email = account.email();
        name = account.name();
        zone = account.zone().getId();
    }

    public String save() {
        change.change(name == null ? "" : name, zone == null ? "" : zone);
        messages.note("accounts.profile.saved");
        return "/app/accounts/profile?faces-redirect=true";
    }

    public String changePassword() {
        if (password == null || !password.equals(again)) {
            throw new Refused("accounts.refused.passwordsDiffer").at("again");
        }
        change.changePassword(current == null ? "" : current, password, client.get());
        messages.note("accounts.password.done");
        return "/sign-in?faces-redirect=true";
    }

    public @Nullable String getEmail() {
        return email;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getZone() {
        return zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone;
    }

    public @Nullable String getCurrent() {
        return current;
    }

    public void setCurrent(@Nullable String current) {
        this.current = current;
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
