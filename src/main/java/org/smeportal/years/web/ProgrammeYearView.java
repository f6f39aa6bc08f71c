package org.smeportal.years.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.web.BarChart;
import org.smeportal.security.CurrentUser;
import org.smeportal.years.EventPlace;
import org.smeportal.years.ProgrammeYears;
import org.smeportal.years.YearQueries;
import org.smeportal.years.YearText;

/** The year of the programme (R8.3): the one in the address, else that of the last event. */
@Named
@RequestScoped
public class ProgrammeYearView {

    @Inject
    private ProgrammeYears years;

    @Inject
    private YearText words;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private @Nullable Integer year;

    @Inject
    @Param
    private @Nullable Integer page;

    private ProgrammeYears.@Nullable Year shown;

    public void load() {
        Integer wanted = Years.checked(year);
        int of = wanted != null
                ? wanted
                : years.latest().map(YearQueries.Count::year).orElse(thisYear());
        shown = years.of(of, PageRequest.number(page == null ? 1 : page));
    }

    public ProgrammeYears.Year getShown() {
        if (shown == null) {
            throw new NotFound();
        }
        return shown;
    }

    public ProgrammeYears.Figures getNow() {
        return getShown().figures();
    }

    public ProgrammeYears.Figures getBefore() {
        return getShown().before();
    }

    /** The years around the shown one, up to this year. */
    public List<Integer> getYears() {
        List<Integer> around = new ArrayList<>();
        for (int one = Math.min(thisYear(), getNow().year() + 1); one >= getNow().year() - 1; one--) {
            around.add(one);
        }
        return around;
    }

    public BarChart getChart() {
        return ShowingYear.chart(getNow().months());
    }

    public String getPlaces() {
        return String.join(", ", getNow().places());
    }

    public String hours(int minutes) {
        return words.hours(minutes);
    }

    public String where(EventPlace place) {
        return words.place(place);
    }

    private int thisYear() {
        return clock.instant().atZone(user.getZone()).getYear();
    }
}
