package org.smeportal.privacy.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.web.ClientAddress;
import org.smeportal.platform.web.Messages;
import org.smeportal.privacy.DeleteOwnData;
import org.smeportal.privacy.DeletionQueries;
import org.smeportal.privacy.OwnDataQueries;
import org.smeportal.security.CurrentUser;

/** The end of one's own data: first what it means, then the password and a word. */
@Named
@RequestScoped
public class DeleteAccountView {
    @Inject
    private OwnDataQueries data;

    @Inject
    private DeletionQueries deletion;

    @Inject
    private DeleteOwnData delete;

    @Inject
    private CurrentUser user;

    @Inject
    private ClientAddress client;

    @Inject
    private Messages messages;

    private DeletionQueries.@Nullable Consequences effects;
    private @Nullable String word;
    private @Nullable String password;

    /** Before an act too: a refusal shows what it means again. */
    @PostConstruct
    public void load() {
        effects = deletion.of(data.ofAccount(user.accountId()));
    }

    public String delete() {
        delete.delete(new DeleteOwnData.Proof(word, password, client.get()));
        messages.note("privacy.delete.done");
        return "/sign-in?faces-redirect=true";
    }

    public DeletionQueries.@Nullable Consequences getEffects() {
        return effects;
    }

    public @Nullable String getWord() {
        return word;
    }

    public void setWord(@Nullable String word) {
        this.word = word;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
