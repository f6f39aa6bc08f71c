package org.smeportal.years;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.smeportal.kernel.TimeText;
import org.smeportal.platform.Text;

/** A year in sentences: the same ones on the page, in the picture and where a link to it is shown. */
@Singleton
public class YearText {

    private final Text text;

    @Inject
    public YearText(Text text) {
        this.text = text;
    }

    /** Something that a year is remembered by. */
    public record Landmark(String label, String text) {}

    public String title(YearCard card) {
        return text.of("years.card.title", card.name(), card.year());
    }

    /** "21 events and 96 hours. It began in Nashville in February and ended online in December." */
    public String headline(YearCard card) {
        YearCard.Stop first = card.first();
        YearCard.Stop last = card.last();
        if (first == null) {
            return text.of("years.headline.noEvents", hoursInWords(card.minutes()));
        }
        String counts = counts(card);
        return last == null
                ? text.of("years.headline.one", counts, place(first.place()), month(first.day()))
                : text.of(
                        "years.headline.several",
                        counts,
                        place(first.place()),
                        month(first.day()),
                        place(last.place()),
                        month(last.day()));
    }

    /** "21 events and 96 hours." */
    public String counts(YearCard card) {
        return text.of(
                card.events() == 0 ? "years.headline.partly" : "years.headline.counts",
                card.events() == 0 ? card.partly() : card.events(),
                hoursInWords(card.minutes()));
    }

    /** What stands below a link to the shared page. */
    public String description(YearCard card) {
        return card.people() == 0
                ? headline(card)
                : text.of("years.description", headline(card), card.people(), card.countries());
    }

    /** Whole hours, or minutes when they make none. */
    public String hours(int minutes) {
        return minutes > 0 && minutes < 60
                ? text.of("years.minutes", minutes)
                : text.of("years.hours", Math.round(minutes / 60.0));
    }

    private String hoursInWords(int minutes) {
        return minutes > 0 && minutes < 60
                ? text.of("years.minutes.long", minutes)
                : text.of("years.hours.long", Math.round(minutes / 60.0));
    }

    public String place(EventPlace place) {
        return text.of("years.place." + place.type(), place.name() == null ? "" : place.name());
    }

    public List<Landmark> landmarks(YearCard card) {
        List<Landmark> landmarks = new ArrayList<>();
        YearCard.Stop first = card.first();
        YearCard.Stop last = card.last();
        if (first != null) {
            landmarks.add(landmark(last == null ? "years.landmark.only" : "years.landmark.first", stop(first)));
        }
        card.badges().forEach(badge -> landmarks.add(new Landmark(badge.badge(), badge(badge))));
        YearCard.Stop favourite = card.favourite();
        if (favourite != null) {
            landmarks.add(landmark("years.landmark.favourite", stop(favourite)));
        }
        if (last != null) {
            landmarks.add(landmark("years.landmark.last", stop(last)));
        }
        if (!card.places().isEmpty()) {
            landmarks.add(landmark("years.landmark.places", String.join(", ", card.places())));
        }
        return landmarks;
    }

    private Landmark landmark(String key, String of) {
        return new Landmark(text.of(key), of);
    }

    private String stop(YearCard.Stop stop) {
        return text.of("years.stop", stop.title(), place(stop.place()), TimeText.shortDay(stop.day()));
    }

    private String badge(YearCard.Earned badge) {
        boolean atOnce = badge.earnedOn().getYear() == badge.awardedOn().getYear()
                && badge.earnedOn().getMonth() == badge.awardedOn().getMonth();
        return atOnce
                ? text.of("years.badge", TimeText.shortDay(badge.earnedOn()))
                : text.of(
                        "years.badge.later", TimeText.shortDay(badge.earnedOn()), TimeText.shortDay(badge.awardedOn()));
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
