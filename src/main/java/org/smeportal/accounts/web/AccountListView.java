package org.smeportal.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.accounts.AccountState;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.security.Role;

/** All accounts: search, role, paging in the URL. */
@Named
@RequestScoped
public class AccountListView {
    @Inject
    private AccountQueries accounts;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable String role;

    @Inject
    @Param
    private @Nullable String state;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<AccountQueries.Row> rows = new Page<>(java.util.List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        rows = accounts.page(
                getSearch(),
                Words.constant(Role.class, role),
                Words.constant(AccountState.class, state),
                PageRequest.number(page == null ? 1 : page));
    }

    public Page<AccountQueries.Row> getRows() {
        return rows;
    }

    public String getSearch() {
        return search == null ? "" : search;
    }

    public String getRole() {
        return role == null ? "" : role;
    }

    public String getState() {
        return state == null ? "" : state;
    }

    public AccountState[] getStates() {
        return AccountState.values();
    }

    public Role[] getRoles() {
        return Role.values();
    }
}
