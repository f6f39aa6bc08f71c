package org.smeportal.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Text;

/**
 * The one place where failures become answers. A refusal is a sentence on the same page, with everything typed still
 * there; an expired page is opened afresh where the user was; what is forbidden or missing has its status and page;
 * anything else is logged under a number that the error page shows.
 */
class PortalExceptionHandler extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(PortalExceptionHandler.class.getName());
    static final String INCIDENT = "org.smeportal.incident";

    PortalExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> unhandled =
                getUnhandledExceptionQueuedEvents().iterator();
        while (unhandled.hasNext()) {
            Throwable failure = unhandled.next().getContext().getException();
            unhandled.remove();
            answer(FacesContext.getCurrentInstance(), failure);
        }
        getWrapped().handle();
    }

    private static void answer(FacesContext faces, Throwable failure) {
        boolean rendering = faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
        Refused refused = find(failure, Refused.class);
        if (refused != null && !rendering) {
            say(faces, text().of(refused));
            mark(faces, refused);
        } else if (find(failure, OptimisticLockException.class) != null && !rendering) {
            say(faces, text().of("platform.refused.changed"));
        } else if (find(failure, ViewExpiredException.class) != null) {
            reopen(faces);
        } else if (find(failure, Forbidden.class) != null) {
            send(faces, HttpServletResponse.SC_FORBIDDEN);
        } else if (find(failure, NotFound.class) != null) {
            send(faces, HttpServletResponse.SC_NOT_FOUND);
        } else if (isOfNoShownPage(faces)) {
            reopen(faces);
        } else {
            String incident = UUID.randomUUID().toString().substring(0, 8);
            LOG.log(Level.SEVERE, failure, () -> "Incident " + incident);
            faces.getExternalContext().getRequestMap().put(INCIDENT, incident);
            send(faces, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    /** A form with a view state that the portal never gave out. */
    private static boolean isOfNoShownPage(FacesContext faces) {
        return faces.getCurrentPhaseId() == PhaseId.RESTORE_VIEW && faces.isPostback();
    }

    private static void say(FacesContext faces, String sentence) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
        faces.validationFailed();
        faces.renderResponse();
    }

    /**
     * Where the form has the field that the refusal names, the sentence stands beside it, too. The field stays valid for
     * Faces, which would show it empty otherwise.
     */
    private static void mark(FacesContext faces, Refused refused) {
        if (refused.field() != null) {
            faces.getViewRoot().invokeOnComponent(faces, refused.field(), (context, found) -> {
                String sentence = text().of(refused);
                context.addMessage(
                        found.getClientId(context), new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
            });
        }
    }

    private static void reopen(FacesContext faces) {
        ExternalContext external = faces.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String query = request.getQueryString();
        String path = (String) request.getAttribute("jakarta.servlet.forward.request_uri");
        external.getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text().of("platform.expired"), null));
        try {
            external.redirect((path == null ? request.getRequestURI() : path) + (query == null ? "" : "?" + query));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private static void send(FacesContext faces, int status) {
        ExternalContext external = faces.getExternalContext();
        try {
            if (faces.getPartialViewContext().isAjaxRequest()) {
                external.redirect(external.getRequestContextPath() + "/error?status=" + status);
            } else if (!external.isResponseCommitted()) {
                external.responseReset();
                external.responseSendError(status, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private static Text text() {
        return CDI.current().select(Text.class).get();
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
