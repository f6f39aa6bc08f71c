package org.smeportal.applications.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.applications.Answers;
import org.smeportal.applications.ChangeApplication;
import org.smeportal.applications.StatusQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.web.Messages;

/** An applicant changes what they said, by the link of the status page (R1.2). */
@Named
@RequestScoped
public class ChangeApplicationView {
    @Inject
    private ChangeApplication change;

    @Inject
    private StatusQueries queries;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String token;

    private final ApplicationForm form = new ApplicationForm();
    private StatusQueries.@Nullable Status status;
    private int version;

    @PostConstruct
    void open() {
        status = queries.status(token).orElse(null);
    }

    public void load() {
        if (!getStatus().canChange()) {
            Faces.redirect("/apply/status/%s", token);
        }
        form.show(getStatus().answers());
        version = getStatus().version();
    }

    public void save() {
        Answers now = getStatus().answers();
        form.setEmail(now.email());
        int seen = version;
        if (getStatus().version() != seen) {
            form.overtakenBy(now);
            version = getStatus().version();
        }
        change.change(new ChangeApplication.Change(token, seen, form.answers()));
        messages.note("applications.edit.done");
        Faces.redirect("/apply/status/%s", token);
    }

    public StatusQueries.Status getStatus() {
        if (status == null) {
            throw new NotFound();
        }
        return status;
    }

    public @Nullable String getToken() {
        return token;
    }

    public ApplicationForm getForm() {
        return form;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
