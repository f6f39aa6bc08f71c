package org.smeportal.platform.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;

/**
 * A new nonce for the content security policy of each page that answers a form. PrimeFaces expects its own script to send
 * the old one back, which our pages do without; unsent, every refusal would end on an error page. It makes a new nonce
 * for a forwarded page that knows of no old one, so this is what it gets to see.
 */
public class FreshNonce implements PhaseListener {
    private static final long serialVersionUID = 1;
    private static final String NONCE = "primefaces.nonce";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (!faces.isPostback() || faces.getViewRoot() == null) {
            return;
        }
        Map<String, Object> view = faces.getViewRoot().getViewMap(false);
        if (view != null) {
            view.remove(NONCE);
        }
        faces.getExternalContext()
                .getRequestMap()
                .putIfAbsent(
                        RequestDispatcher.FORWARD_REQUEST_URI,
                        faces.getExternalContext().getRequestServletPath());
    }

    @Override
    public void beforePhase(PhaseEvent event) {}
}
