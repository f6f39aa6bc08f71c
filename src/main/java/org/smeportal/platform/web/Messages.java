package org.smeportal.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.smeportal.platform.Text;

/** Notes to the user about what was done; they survive the redirect that follows. */
@RequestScoped
public class Messages {

    @Inject
    private Text text;

    public void note(String key, Object... arguments) {
        add(FacesMessage.SEVERITY_INFO, text.of(key, arguments));
    }

    public void warn(String key, Object... arguments) {
        add(FacesMessage.SEVERITY_WARN, text.of(key, arguments));
    }

    private static void add(FacesMessage.Severity severity, String sentence) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(severity, sentence, null));
    }
}
