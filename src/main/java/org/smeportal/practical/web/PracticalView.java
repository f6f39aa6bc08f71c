package org.smeportal.practical.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.practical.PracticalQueries;
import org.smeportal.security.CurrentUser;

/** How to come or to join, for those who have a seat: signed in, or below the answer behind a personal link. */
@Named
@RequestScoped
public class PracticalView {
    @Inject
    private PracticalQueries practical;

    @Inject
    private CurrentUser user;

    @Inject
    @Param
    private @Nullable String event;

    private PracticalQueries.@Nullable Own own;

    public void load() {
        own = Optional.ofNullable(Words.uuid(event))
                .flatMap(id -> practical.own(id, user.accountId()))
                .orElseThrow(NotFound::new);
    }

    /** The page of the link has proved whose invitation it is. */
    public void loadFor(UUID invitation) {
        own = practical.ofInvitation(invitation).orElse(null);
    }

    public PracticalQueries.@Nullable Own getOwn() {
        return own;
    }

    public boolean isTold() {
        return own != null && !own.isEmpty();
    }
}
