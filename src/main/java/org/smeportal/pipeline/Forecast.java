package org.smeportal.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many items of an exam will probably stand after its coming workshops (R8.2), by shares of the past: what got through
 * counts as it is, an item on its way by the share that got through so far, a draft also by the share that was handed in,
 * and what the workshops still bring like items on their way.
 *
 * @param past what the shares are from
 * @param own whether {@code past} is that of this exam, or that of all exams
 * @param pace what the workshops are measured by; without a pace each brings what its targets say
 * @param ownPace whether {@code pace} is that of this exam
 * @param workshops that are coming or going on
 * @param silent those of them that count with nothing, because they have neither targets nor a pace
 * @param until the end of the last of them
 */
public record Forecast(
        Past past,
        boolean own,
        Past pace,
        boolean ownPace,
        List<Line> lines,
        int workshops,
        int silent,
        @Nullable Instant until) {

    /** A domain now; {@code onTheWay} are submitted ones and those in review. */
    public record Place(int domain, BigDecimal weight, int wanted, int drafts, int onTheWay, int through) {
        /** The same domain with other states. */
        Place plus(Place other) {
            return new Place(
                    domain, weight, wanted, drafts + other.drafts, onTheWay + other.onTheWay, through + other.through);
        }
    }

    /** What a workshop that is coming or going on wants and has in a domain; {@code seats} can still be or are taken. */
    public record Coming(long event, Instant endsAt, int seats, int domain, int wanted, int written) {}

    /** {@code toCome} are items that the workshops will probably bring yet. */
    public record Line(
            int domain,
            int wanted,
            int through,
            int onTheWay,
            int drafts,
            double toCome,
            double ready,
            double finished) {
        public int expected() {
            return (int) Math.round(through + fromWay() + fromDrafts() + fromWorkshops());
        }

        public int missing() {
            return Math.max(0, wanted - expected());
        }

        public double fromWay() {
            return ready * onTheWay;
        }

        public double fromDrafts() {
            return ready * finished * drafts;
        }

        public double fromWorkshops() {
            return ready * toCome;
        }

        /** What counts for the target today. */
        public int made() {
            return through + onTheWay;
        }
    }

    /** {@code all} is what became of the items of all exams. */
    public static Forecast of(Collection<Place> places, Collection<Coming> coming, Past own, Past all) {
        Past past = own.isEnough() ? own : all;
        Past pace = own.hasPace() ? own : all;
        Map<Long, List<Coming>> workshops =
                new TreeMap<>(coming.stream().collect(Collectors.groupingBy(Coming::event)));
        List<Line> lines = places.stream()
                .map(place -> new Line(
                        place.domain(),
                        place.wanted(),
                        place.through(),
                        place.onTheWay(),
                        place.drafts(),
                        workshops.values().stream()
                                .mapToDouble(workshop -> brings(place, places, workshop, pace))
                                .sum(),
                        past.share(),
                        past.finished()))
                .toList();
        return new Forecast(
                past,
                own.isEnough(),
                pace,
                own.hasPace(),
                lines,
                workshops.size(),
                pace.hasPace()
                        ? 0
                        : (int) workshops.values().stream()
                                .filter(workshop -> wanted(workshop) == 0)
                                .count(),
                coming.stream().map(Coming::endsAt).max(Instant::compareTo).orElse(null));
    }

    private static int wanted(List<Coming> workshop) {
        return workshop.stream().mapToInt(Coming::wanted).sum();
    }

    /** What a workshop brings in a domain beyond what is written already: never more than it wants there. */
    private static double brings(Place place, Collection<Place> places, List<Coming> workshop, Past pace) {
        int wanted = wanted(workshop);
        double weights =
                places.stream().mapToDouble(one -> one.weight().doubleValue()).sum();
        return workshop.stream()
                .filter(one -> one.domain() == place.domain())
                .mapToDouble(one -> {
                    double all = pace.hasPace() ? one.seats() * pace.pace() : 0;
                    double brought = wanted == 0
                            ? all * (weights == 0 ? 0 : place.weight().doubleValue() / weights)
                            : pace.hasPace() ? Math.min(one.wanted(), all * one.wanted() / wanted) : one.wanted();
                    return Math.max(0, brought - one.written());
                })
                .sum();
    }

    /** Whether the past has enough items that were decided. */
    public boolean isKnown() {
        return past.isEnough();
    }

    public int getFewest() {
        return Past.FEWEST;
    }

    public int wanted() {
        return lines.stream().mapToInt(Line::wanted).sum();
    }

    public int expected() {
        return lines.stream().mapToInt(Line::expected).sum();
    }

    /** What one domain has too many of does not fill another. */
    public int missing() {
        return lines.stream().mapToInt(Line::missing).sum();
    }

    /** By the number of a domain; null for another one. */
    public @Nullable Line line(int domain) {
        return lines.stream()
                .filter(line -> line.domain() == domain)
                .findFirst()
                .orElse(null);
    }

    public int made() {
        return lines.stream().mapToInt(Line::made).sum();
    }

    /** What is missing today. */
    public int missingNow() {
        return lines.stream()
                .mapToInt(line -> Math.max(0, line.wanted() - line.made()))
                .sum();
    }
}
