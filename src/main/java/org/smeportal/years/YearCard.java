package org.smeportal.years;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.attendance.AttendanceResult;

/**
 * A year of an SME as anybody may see it (R8.3): numbers, places and titles of what the SME was at. There is no other
 * person in it but as a number, no link, no address.
 *
 * @param events attended ones; {@code partly} are those beside them that the SME was at for a part
 * @param minutes at events and of tasks outside of them
 */
public record YearCard(
        String name,
        int year,
        int events,
        int partly,
        int inPerson,
        List<String> places,
        int minutes,
        int people,
        int countries,
        List<MonthRow> months,
        @Nullable Stop first,
        @Nullable Stop last,
        List<Earned> badges,
        @Nullable Stop favourite) {

    /** An event of the year: its title, its day and where it was. */
    public record Stop(String title, LocalDate day, EventPlace place) {

        static Stop of(Attended event) {
            return new Stop(event.title(), event.day(), event.place());
        }
    }

    public record Earned(String badge, LocalDate earnedOn, LocalDate awardedOn) {}

    static YearCard of(
            String name,
            int year,
            List<Attended> seen,
            int taskMinutes,
            PeopleMet.Count met,
            List<Earned> badges,
            @Nullable Attended favourite) {
        List<Attended> attended = seen.stream()
                .filter(event -> event.result() == AttendanceResult.ATTENDED)
                .toList();
        return new YearCard(
                name,
                year,
                attended.size(),
                seen.size() - attended.size(),
                (int) attended.stream()
                        .filter(event -> !event.place().isVirtual())
                        .count(),
                seen.stream()
                        .map(event -> event.place().name())
                        .filter(place -> place != null)
                        .distinct()
                        .toList(),
                taskMinutes + seen.stream().mapToInt(Attended::minutes).sum(),
                met.people(),
                met.countries(),
                MonthRow.of(attended.stream()
                        .map(event -> new MonthRow.Entry(event.day().getMonth(), event.kind()))
                        .toList()),
                seen.isEmpty() ? null : Stop.of(seen.get(0)),
                seen.size() < 2 ? null : Stop.of(seen.get(seen.size() - 1)),
                badges,
                favourite == null ? null : Stop.of(favourite));
    }

    public boolean isEmpty() {
        return first == null && minutes == 0 && badges.isEmpty();
    }

    public int virtual() {
        return events - inPerson;
    }

    public List<MonthRow.KindCount> kinds() {
        return MonthRow.kinds(months);
    }
}
