package org.smeportal.invitations.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.smeportal.invitations.OwnInvitations;
import org.smeportal.security.CurrentUser;

/** The events of the signed-in SME: to answer, coming, past. */
@Named
@RequestScoped
public class MyEventsView {
    @Inject
    private OwnInvitations own;

    @Inject
    private CurrentUser user;

    private List<OwnInvitations.Own> open = List.of();
    private List<OwnInvitations.Own> coming = List.of();
    private List<OwnInvitations.Own> past = List.of();

    public void load() {
        open = own.open(user.accountId());
        coming = own.coming(user.accountId());
        past = own.past(user.accountId());
    }

    public List<OwnInvitations.Own> getOpen() {
        return open;
    }

    public List<OwnInvitations.Own> getComing() {
        return coming;
    }

    public List<OwnInvitations.Own> getPast() {
        return past;
    }
}
