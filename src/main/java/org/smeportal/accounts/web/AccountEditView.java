package org.smeportal.accounts.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.accounts.AccountState;
import org.smeportal.accounts.ManageAccount;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Role;

/** A new account, or the roles and the end of an existing one. */
@Named
@RequestScoped
public class AccountEditView {
    private static final String LIST = "/app/accounts/account-list?faces-redirect=true";

    @Inject
    private ManageAccount manage;

    @Inject
    private AccountQueries accounts;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private AccountQueries.@Nullable Row account;
    private @Nullable String email;
    private @Nullable String name;
    private @Nullable String zone;
    private String[] roles = {};

    /** The buttons of a form that comes back depend on the account's state, too. */
    @PostConstruct
    void read() {
        UUID publicId = Words.uuid(id);
        account = publicId == null ? null : accounts.one(publicId).orElse(null);
    }

    public void load() {
        if (account != null) {
            roles = account.roles().stream().map(Enum::name).toArray(String[]::new);
        } else if (id != null) {
            throw new NotFound();
        }
    }

    public String save() {
        if (id == null) {
            manage.create(new ManageAccount.NewAccount(
                    email == null ? "" : email, name == null ? "" : name, zone == null ? "" : zone, chosen()));
            messages.note("accounts.created", email == null ? "" : email);
        } else {
            manage.changeRoles(new ManageAccount.Roles(publicId(), chosen()));
            messages.note("accounts.rolesChanged");
        }
        return LIST;
    }

    public String mailLink() {
        manage.mailLink(publicId());
        messages.note("accounts.linkMailed");
        return LIST;
    }

    public String close() {
        manage.close(publicId());
        messages.note("accounts.closed");
        return LIST;
    }

    public String reopen() {
        manage.reopen(publicId());
        messages.note("accounts.reopened");
        return LIST;
    }

    private UUID publicId() {
        if (account == null) {
            throw new NotFound();
        }
        return account.publicId();
    }

    private Set<Role> chosen() {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        Arrays.stream(roles).map(Role::valueOf).forEach(chosen::add);
        return chosen;
    }

    public boolean isNew() {
        return id == null;
    }

    public boolean isClosed() {
        return account != null && account.state() == AccountState.CLOSED;
    }

    public AccountQueries.@Nullable Row getAccount() {
        return account;
    }

    public Role[] getAllRoles() {
        return Role.values();
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getZone() {
        return zone == null ? user.getZone().getId() : zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone;
    }

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String[] roles) {
        this.roles = roles.clone();
    }
}
