package org.smeportal.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A week as a table of days and hours by the reader's clock; what happens at once stands side by side. */
public record WeekGrid(List<Column> columns, List<Row> rows) {

    /** More at once than these are only counted. */
    static final int MOST_LANES = 3;

    private static final int DAY_BEGINS = 8;
    private static final int DAY_ENDS = 18;

    /** {@code more} events of the day found no lane. */
    public record Column(CalendarDay day, int lanes, int more) {}

    public record Row(int hour, List<Cell> cells) {

        /** 09:00 */
        public String label() {
            return String.format(Locale.ROOT, "%02d:00", hour);
        }
    }

    /** One lane of a day over some hours, with a part of an event or without. */
    public record Cell(int hours, CalendarEvent.@Nullable Part part) {}

    /** An hour begun is an hour taken. */
    private record Block(CalendarEvent.Part part, int from, int to) {}

    public static WeekGrid of(LocalDate monday, List<CalendarEvent> events, ZoneId reader, LocalDate today) {
        List<CalendarDay> days = CalendarDay.week(monday, monday.getMonthValue(), today);
        List<Block> blocks = events.stream()
                .flatMap(event -> event.parts(reader).stream())
                .map(part -> block(part, reader))
                .sorted(Comparator.comparing(block -> block.part().startsAt()))
                .toList();
        List<Column> columns = new ArrayList<>();
        List<List<Block>> lanes = new ArrayList<>();
        int begins = DAY_BEGINS;
        int ends = DAY_ENDS;
        for (CalendarDay day : days) {
            List<List<Block>> own = new ArrayList<>(List.of(new ArrayList<>()));
            int more = 0;
            for (Block block : blocks) {
                if (block.part().day().equals(day.date())) {
                    if (placed(own, block)) {
                        begins = Math.min(begins, block.from());
                        ends = Math.max(ends, block.to());
                    } else {
                        more++;
                    }
                }
            }
            columns.add(new Column(day, own.size(), more));
            lanes.addAll(own);
        }
        List<Row> rows = new ArrayList<>();
        for (int hour = begins; hour < ends; hour++) {
            rows.add(new Row(hour, cells(lanes, hour)));
        }
        return new WeekGrid(columns, rows);
    }

    public boolean isCrowded() {
        return columns.stream().anyMatch(column -> column.more() > 0);
    }

    private static boolean placed(List<List<Block>> lanes, Block block) {
        for (List<Block> lane : lanes) {
            if (lane.isEmpty() || lane.get(lane.size() - 1).to() <= block.from()) {
                return lane.add(block);
            }
        }
        return lanes.size() < MOST_LANES && lanes.add(new ArrayList<>(List.of(block)));
    }

    private static List<Cell> cells(List<List<Block>> lanes, int hour) {
        List<Cell> cells = new ArrayList<>();
        for (List<Block> lane : lanes) {
            lane.stream()
                    .filter(block -> block.from() <= hour && hour < block.to())
                    .findFirst()
                    .ifPresentOrElse(
                            block -> {
                                if (block.from() == hour) {
                                    cells.add(new Cell(block.to() - hour, block.part()));
                                }
                            },
                            () -> cells.add(new Cell(1, null)));
        }
        return cells;
    }

    private static Block block(CalendarEvent.Part part, ZoneId reader) {
        int from = part.startsAt().atZone(reader).getHour();
        LocalTime end = part.endsAt().atZone(reader).toLocalTime();
        boolean midnight = !part.endsAt().atZone(reader).toLocalDate().equals(part.day());
        int to = midnight ? 24 : end.getHour() + (end.toSecondOfDay() % 3600 == 0 ? 0 : 1);
        return new Block(part, from, Math.max(to, from + 1));
    }
}
