package org.smeportal.dashboards.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.smeportal.dashboards.ProgrammeQueries;
import org.smeportal.security.CurrentUser;

/** A programme manager's home (R8.2). */
@Named
@RequestScoped
public class ProgrammeHomeView {
    @Inject
    private CurrentUser user;

    @Inject
    private ProgrammeQueries programme;

    private List<ProgrammeQueries.Need> needs = List.of();
    private List<ProgrammeQueries.Coming> coming = List.of();
    private ProgrammeQueries.Answers answers = new ProgrammeQueries.Answers(0, 0, 0, 0, 0);

    public void load() {
        if (user.isPm()) {
            needs = programme.needs();
            coming = programme.coming();
            answers = programme.answers();
        }
    }

    public List<ProgrammeQueries.Need> getNeeds() {
        return needs;
    }

    public List<ProgrammeQueries.Coming> getComing() {
        return coming;
    }

    public ProgrammeQueries.Answers getAnswers() {
        return answers;
    }
}
