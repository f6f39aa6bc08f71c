package org.smeportal.invitations.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.events.Modality;
import org.smeportal.invitations.Answer;
import org.smeportal.invitations.AnswerInvitation;
import org.smeportal.invitations.RsvpQueries;
import org.smeportal.kernel.Words;
import org.smeportal.security.CurrentUser;

/** An invitation of the signed-in SME, with their answer. */
@Named
@RequestScoped
public class MyEventView extends Answering {
    @Inject
    private RsvpQueries queries;

    @Inject
    private AnswerInvitation invitation;

    @Inject
    private CurrentUser user;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable String answer;

    @PostConstruct
    void readForAnswer() {
        if (Faces.isPostback()) {
            load();
        }
    }

    @Override
    Optional<RsvpQueries.Rsvp> read() {
        return queries.own(invitationId(), user.accountId());
    }

    @Override
    void send(Answer given, @Nullable Modality chosen) {
        invitation.own(invitationId(), given, chosen);
    }

    @Override
    String address() {
        return "/app/invitations/my-event/" + invitationId();
    }

    @Override
    @Nullable
    String wished() {
        return answer;
    }

    private UUID invitationId() {
        UUID found = Words.named(id);
        return found;
    }
}
