package org.smeportal.dashboards.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.dashboards.ProgrammeQueries;
import org.smeportal.pipeline.ForecastQueries;
import org.smeportal.security.CurrentUser;
import org.smeportal.years.ProgrammeYears;
import org.smeportal.years.YearQueries;

/** A programme manager's home (R8.2). */
@Named
@RequestScoped
public class ProgrammeHomeView {
    @Inject
    private CurrentUser user;

    @Inject
    private ProgrammeQueries programme;

    @Inject
    private ProgrammeYears years;

    @Inject
    private ForecastQueries forecasts;

    private List<ProgrammeQueries.Need> needs = List.of();
    private List<ProgrammeQueries.Coming> coming = List.of();
    private ProgrammeQueries.Answers answers = new ProgrammeQueries.Answers(0, 0, 0, 0, 0);
    private YearQueries.@Nullable Count year;
    private List<ForecastQueries.ExamForecast> items = List.of();

    public void load() {
        if (user.isPm()) {
            needs = programme.needs(user.accountId(), user.getZone());
            coming = programme.coming();
            answers = programme.answers();
            items = forecasts.exams();
            year = years.latest().orElse(null);
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

    /** Each exam against its targets, now and after the coming workshops. */
    public List<ForecastQueries.ExamForecast> getItems() {
        return items;
    }

    /** The year of the last event whose attendance is closed. */
    public YearQueries.@Nullable Count getYear() {
        return year;
    }
}
