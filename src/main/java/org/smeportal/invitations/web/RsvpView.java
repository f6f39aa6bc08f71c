package org.smeportal.invitations.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.events.Modality;
import org.smeportal.invitations.Answer;
import org.smeportal.invitations.AnswerInvitation;
import org.smeportal.invitations.RsvpQueries;

/** The page behind the personal link of an invitation (R3.4): opening it changes nothing, a button answers. */
@Named
@RequestScoped
public class RsvpView extends Answering {
    @Inject
    private RsvpQueries queries;

    @Inject
    private AnswerInvitation invitation;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String token;

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
        return queries.byLink(token);
    }

    @Override
    void send(Answer given, @Nullable Modality chosen) {
        invitation.byLink(token == null ? "" : token, given, chosen);
    }

    @Override
    String address() {
        return "/rsvp/" + token;
    }

    @Override
    @Nullable
    String wished() {
        return answer;
    }
}
