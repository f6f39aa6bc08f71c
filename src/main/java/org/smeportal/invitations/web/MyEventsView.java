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

    private OwnInvitations.Current current = new OwnInvitations.Current(List.of(), List.of());
    private List<OwnInvitations.Own> past = List.of();

    public void load() {
        current = own.current(user.accountId());
        past = own.past(user.accountId());
    }

    public List<OwnInvitations.Own> getOpen() {
        return current.open();
    }

    public List<OwnInvitations.Own> getComing() {
        return current.coming();
    }

    public List<OwnInvitations.Own> getPast() {
        return past;
    }
}
