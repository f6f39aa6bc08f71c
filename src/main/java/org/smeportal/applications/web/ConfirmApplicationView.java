package org.smeportal.applications.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.applications.ConfirmApplication;
import org.smeportal.applications.StatusQueries;
import org.smeportal.platform.web.Messages;

/** The page behind the mailed link that proves the address (R1.1): opening it changes nothing. */
@Named
@RequestScoped
public class ConfirmApplicationView {
    @Inject
    private ConfirmApplication confirm;

    @Inject
    private StatusQueries queries;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String token;

    private StatusQueries.Confirmation confirmation = new StatusQueries.Confirmation(null, "", null);

    @PostConstruct
    void open() {
        confirmation = queries.confirmation(token);
    }

    public void confirm() {
        ConfirmApplication.Confirmed confirmed = confirm.confirm(token);
        messages.note("applications.confirm.done");
        Faces.redirect("/apply/status/%s", confirmed.status());
    }

    public StatusQueries.Confirmation getConfirmation() {
        return confirmation;
    }
}
