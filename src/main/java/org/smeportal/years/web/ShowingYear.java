package org.smeportal.years.web;

import jakarta.inject.Inject;
import java.util.List;
import org.smeportal.platform.web.BarChart;
import org.smeportal.years.MonthRow;
import org.smeportal.years.YearCard;
import org.smeportal.years.YearText;

/** What the pages share that show an SME's year: its own, the preview of sharing, and the shared one. */
public abstract class ShowingYear {

    @Inject
    private YearText words;

    public abstract YearCard getCard();

    public String getTitle() {
        return words.title(getCard());
    }

    public String getHeadline() {
        return words.headline(getCard());
    }

    public String getDescription() {
        return words.description(getCard());
    }

    public String getHours() {
        return words.hours(getCard().minutes());
    }

    public List<YearText.Landmark> getLandmarks() {
        return words.landmarks(getCard());
    }

    public BarChart getChart() {
        return chart(getCard().months());
    }

    static BarChart chart(List<MonthRow> months) {
        return BarChart.of(months.stream()
                .map(month -> new BarChart.Column(month.name(), month.total()))
                .toList());
    }
}
