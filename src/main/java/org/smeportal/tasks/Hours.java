package org.smeportal.tasks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** Hours as people type them, 1.5 or 1,5 or 1:30, kept as whole minutes. */
public final class Hours {

    private static final int MOST = 1000 * 60;
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,5}([.,]\\d{1,3})?|[.,]\\d{1,3}");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,5}):([0-5]\\d)");

    private Hours() {}

    /** More than nothing, and at most 1,000 hours. */
    public static int minutes(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        Matcher clock = CLOCK.matcher(text);
        int minutes;
        if (clock.matches()) {
            minutes = Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2));
        } else if (DECIMAL.matcher(text).matches()) {
            minutes = new BigDecimal(text.replace(',', '.'))
                    .multiply(BigDecimal.valueOf(60))
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
        } else {
            throw new Refused("tasks.refused.hours", text);
        }
        if (minutes < 1 || minutes > MOST) {
            throw new Refused("tasks.refused.hoursRange", text);
        }
        return minutes;
    }

    /** 1:30 */
    public static String text(long minutes) {
        return String.format(Locale.ROOT, "%d:%02d", minutes / 60, minutes % 60);
    }
}
