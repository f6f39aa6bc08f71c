package org.smeportal.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Upright bars for {@code t:bars}, drawn as SVG on the server: shares of the width across, so that they fit a phone and a
 * desk, pixels upwards. Every chart stands beside a table with the same numbers.
 */
public record BarChart(List<Bar> bars) {

    /** Where the bars stand, in the 180 pixels of the chart: room for a number above, for a label below. */
    private static final int GROUND = 150;

    private static final int HIGHEST = 126;

    /** A chart of ones is not drawn as if they were much. */
    private static final int FEWEST = 3;

    public record Column(String label, int value) {}

    /** {@code x}, {@code width} and {@code middle} with their percent sign, the others in pixels. */
    public record Bar(String label, int value, String x, String width, String middle, int y, int height) {

        public int above() {
            return y - 6;
        }
    }

    public static BarChart of(List<Column> columns) {
        int most =
                Math.max(FEWEST, columns.stream().mapToInt(Column::value).max().orElse(1));
        double slot = 100.0 / Math.max(1, columns.size());
        List<Bar> bars = new ArrayList<>();
        for (Column column : columns) {
            int height = column.value() == 0 ? 2 : Math.max(4, column.value() * HIGHEST / most);
            double left = slot * bars.size();
            bars.add(new Bar(
                    column.label(),
                    column.value(),
                    percent(left + slot * .2),
                    percent(slot * .6),
                    percent(left + slot * .5),
                    GROUND - height,
                    height));
        }
        return new BarChart(bars);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }
}
