package org.smeportal.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.accounts.KeepFilter;
import org.smeportal.accounts.SavedFilterQueries;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.platform.web.Urls;
import org.smeportal.security.CurrentUser;

/** On any list: the own filters of it, and the one that is shown now to be kept. */
@Named
@RequestScoped
public class SavedFiltersView {
    @Inject
    private KeepFilter keep;

    @Inject
    private SavedFilterQueries filters;

    @Inject
    private CurrentUser user;

    @Inject
    private Urls urls;

    @Inject
    private Messages messages;

    @Inject
    @Param
    private @Nullable String filter;

    /** What the address said when the form was shown; a form that comes back has none of it in its own. */
    @Inject
    @Param(name = "filterQuery")
    private @Nullable String query;

    private @Nullable List<SavedFilterQueries.Saved> own;
    private @Nullable String name;

    public void keep() throws IOException {
        KeepFilter.Kept kept =
                new KeepFilter.Kept(urls.getPath(), name == null ? "" : name, query == null ? "" : query);
        keep.keep(kept);
        messages.note("accounts.filters.kept", kept.name());
        reopen();
    }

    public void remove() throws IOException {
        UUID removed = Words.named(filter);
        keep.remove(removed);
        messages.note("accounts.filters.removed");
        reopen();
    }

    private void reopen() throws IOException {
        Faces.getExternalContext().redirect(urls.getPath() + (query == null || query.isEmpty() ? "" : "?" + query));
    }

    public List<SavedFilterQueries.Saved> getOwn() {
        if (own == null) {
            own = filters.own(user.accountId(), urls.getPath());
        }
        return own;
    }

    public boolean isShown(SavedFilterQueries.Saved kept) {
        return kept.query().equals(getQuery());
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public String getQuery() {
        return query == null ? urls.getQuery() : query;
    }
}
