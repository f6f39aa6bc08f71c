package org.smeportal.invitations.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.PoolRow;
import org.smeportal.invitations.InvitationMails;
import org.smeportal.invitations.InviteSmes;
import org.smeportal.invitations.PanelQueries;
import org.smeportal.notifications.Mail;
import org.smeportal.platform.web.Messages;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** The preview of a wave (R3.7): how many, who, the mail as it will be, and when it leaves; then the one click. */
@Named
@RequestScoped
public class SendInvitationsView {
    @Inject
    private EventDirectory events;

    @Inject
    private SmeDirectory smes;

    @Inject
    private InvitationMails mails;

    @Inject
    private PanelQueries panel;

    @Inject
    private InviteSmes invite;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param(name = "pick")
    private @Nullable List<String> pick;

    private @Nullable EventCard event;
    private List<SmeCard> chosen = List.of();
    private int freeSeats;
    private @Nullable Mail mail;

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        EventCard found = events.named(id);
        event = found;
        chosen = smes.cardsByPublicId(InviteView.picked(pick));
        freeSeats = events.pools(found.id()).stream().mapToInt(PoolRow::free).sum();
        if (!chosen.isEmpty()) {
            SmeCard first = chosen.get(0);
            mail = mails.preview(found, first.name(), first.email(), first.zone(), clock.instant());
        }
    }

    public void send() {
        InviteSmes.Invited invited = invite(false);
        messages.note("invitations.send.done", invited.count());
        Faces.redirect("/app/invitations/panel/" + getEvent().publicId());
    }

    public void standBy() {
        InviteSmes.Invited invited = invite(true);
        messages.note("invitations.send.standby.done", invited.count());
        Faces.redirect("/app/invitations/panel/" + getEvent().publicId());
    }

    private InviteSmes.Invited invite(boolean standby) {
        return invite.invite(new InviteSmes.Wave(
                getEvent().publicId(), chosen.stream().map(SmeCard::publicId).toList(), standby));
    }

    public EventCard getEvent() {
        return Objects.requireNonNull(event);
    }

    public List<SmeCard> getChosen() {
        return chosen;
    }

    public int getFreeSeats() {
        return freeSeats;
    }

    public @Nullable Mail getMail() {
        return mail;
    }

    /** How the way back to the list takes the picks along. */
    public String getMethod() {
        return InviteView.method(chosen.size());
    }

    /** When the mails would leave if they were sent now. */
    public Instant getLeavesAt() {
        return panel.leavesAt();
    }
}
