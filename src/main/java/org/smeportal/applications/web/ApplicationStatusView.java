package org.smeportal.applications.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.applications.AskForStatusLink;
import org.smeportal.applications.ChangeApplication;
import org.smeportal.applications.StatusQueries;
import org.smeportal.applications.WithdrawApplication;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.web.Messages;

/** Where an application stands (R1.2), by its private link; {@code .../withdraw} asks once more before it is taken back. */
@Named
@RequestScoped
public class ApplicationStatusView {
    @Inject
    private StatusQueries queries;

    @Inject
    private ChangeApplication change;

    @Inject
    private WithdrawApplication withdraw;

    @Inject
    private AskForStatusLink links;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String token;

    @Inject
    @Param(pathIndex = 1)
    private @Nullable String act;

    private StatusQueries.@Nullable Status status;

    @PostConstruct
    void open() {
        status = queries.status(token).orElse(null);
    }

    /** An old or cut link has a page that says how to get a new one. */
    public void load() {
        if (status == null) {
            Faces.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public void takeOver() {
        change.takeOver(token);
        messages.note("applications.status.tookOver");
        Faces.redirect(getAddress());
    }

    public void withdraw() {
        withdraw.withdraw(token);
        messages.note("applications.status.withdrew");
        Faces.redirect(getAddress());
    }

    public void renewLink() {
        links.renew(token);
        messages.note("applications.status.renewed");
        Faces.redirect("/apply/link");
    }

    public String getAddress() {
        return "/apply/status/" + token;
    }

    public @Nullable String getToken() {
        return token;
    }

    public boolean isWithdrawing() {
        return "withdraw".equals(act) && getStatus().canWithdraw();
    }

    public boolean isKnown() {
        return status != null;
    }

    public StatusQueries.Status getStatus() {
        if (status == null) {
            throw new NotFound();
        }
        return status;
    }
}
