package org.smeportal.dashboards.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.smeportal.checks.CheckQueries;
import org.smeportal.security.CurrentUser;

/** How many quality checks wait for the user, who has a duty to check. */
@Named
@RequestScoped
public class ChecksHomeView {
    @Inject
    private CurrentUser user;

    @Inject
    private CheckQueries checks;

    private long waiting;

    public void load() {
        waiting = user.isChecker() ? checks.waiting() : 0;
    }

    public long getWaiting() {
        return waiting;
    }
}
