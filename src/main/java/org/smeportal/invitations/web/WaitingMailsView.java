package org.smeportal.invitations.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.invitations.PanelQueries;
import org.smeportal.invitations.UndoWave;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** The mails of an event that wait for the end of the undo window (R3.7), on every page that may have caused them. */
@Named
@RequestScoped
public class WaitingMailsView {
    @Inject
    private PanelQueries panel;

    @Inject
    private UndoWave wave;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable String batch;

    private @Nullable List<PanelQueries.Waiting> waiting;

    /** Read once a request, of the one event that the page is about. */
    public List<PanelQueries.Waiting> of(long event) {
        if (waiting == null) {
            waiting = panel.waiting(event);
        }
        return waiting;
    }

    /** The batch is the one whose button was seen, not the one that stands in its place now. */
    public void undo() {
        messages.note("invitations.panel.undone", wave.undo(chosen(batch)));
        reopen();
    }

    public void sendNow() {
        messages.note("invitations.panel.leaving", wave.sendNow(chosen(batch)));
        reopen();
    }

    /** The page of the event, wherever the button stood. */
    private void reopen() {
        Faces.redirect(Faces.getViewId().replace(".xhtml", "/") + chosen(id));
    }

    private static UUID chosen(@Nullable String typed) {
        UUID chosen = Words.named(typed);
        return chosen;
    }
}
