package org.smeportal.smes.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.smes.ChangeSme;
import org.smeportal.smes.InviteToPortal;
import org.smeportal.smes.SmeQueries;
import org.smeportal.smes.SmeState;

/** One SME: facts, account, the events they were invited to and attended. */
@Named
@RequestScoped
public class SmeView {
    @Inject
    private SmeQueries smes;

    @Inject
    private ChangeSme change;

    @Inject
    private InviteToPortal invite;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private SmeQueries.@Nullable Row sme;
    private List<SmeQueries.Past> events = List.of();

    /** Before an act too: which buttons there are depends on the SME, and a refusal shows the page again. */
    @PostConstruct
    public void load() {
        SmeQueries.Row found = smes.one(publicId()).orElseThrow(NotFound::new);
        sme = found;
        events = smes.events(found.id());
    }

    public void inviteToPortal() {
        invite.invite(publicId());
        messages.note("smes.invited", sme == null ? "" : sme.name());
        again();
    }

    public void pause() {
        change.pause(publicId());
        messages.note("smes.paused");
        again();
    }

    public void resume() {
        change.resume(publicId());
        messages.note("smes.resumed");
        again();
    }

    private void again() {
        Faces.redirect("/app/smes/sme/%s", publicId().toString());
    }

    private UUID publicId() {
        UUID publicId = Words.named(id);
        return publicId;
    }

    public SmeQueries.@Nullable Row getSme() {
        return sme;
    }

    public List<SmeQueries.Past> getEvents() {
        return events;
    }

    /** Nothing can be done with somebody whose data were deleted. */
    public boolean isFormer() {
        return sme != null && sme.state() == SmeState.FORMER;
    }

    public boolean isPaused() {
        return sme != null && sme.state() == SmeState.PAUSED;
    }
}
