package org.smeportal.applications.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.applications.ApplyInviteQueries;
import org.smeportal.applications.InviteToApply;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** One invitation to apply: a link for many with its QR code, as it is printed for a stand; and the button that ends it. */
@Named
@RequestScoped
public class ApplyInviteView {
    @Inject
    private ApplyInviteQueries queries;

    @Inject
    private InviteToApply invite;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private ApplyInviteQueries.@Nullable Poster poster;

    @PostConstruct
    void open() {
        poster = Optional.ofNullable(Words.uuid(id)).flatMap(queries::poster).orElse(null);
    }

    public void load() {
        getRow();
    }

    public String revoke() {
        invite.revoke(getRow().publicId());
        messages.note("applications.invite.revoked", getRow().title());
        return "/app/applications/invite-to-apply?faces-redirect=true";
    }

    public ApplyInviteQueries.Row getRow() {
        return known().row();
    }

    public String getUrl() {
        return known().url();
    }

    private ApplyInviteQueries.Poster known() {
        if (poster == null) {
            throw new NotFound();
        }
        return poster;
    }
}
