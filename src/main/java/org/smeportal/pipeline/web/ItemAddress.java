package org.smeportal.pipeline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.ItemQueries;
import org.smeportal.items.ItemStatus;
import org.smeportal.kernel.Words;
import org.smeportal.linter.Rule;
import org.smeportal.pipeline.StateGroup;

/**
 * What the address of the list of items asks for. Days are those of UTC, whoever asks: an own zone would tell the hour in
 * which an item moved.
 */
public record ItemAddress(
        String code,
        String exam,
        int domain,
        String state,
        String event,
        int days,
        String rule,
        ItemQueries.SortField sort) {
    private static final int LONGEST = 40;
    private static final int MOST_DAYS = 3650;

    static ItemAddress of(HttpServletRequest request) {
        ItemQueries.SortField sort = Words.constant(ItemQueries.SortField.class, request.getParameter("sort"));
        return new ItemAddress(
                text(request, "code"),
                text(request, "exam"),
                number(request, "domain", 99),
                text(request, "state"),
                text(request, "event"),
                number(request, "days", MOST_DAYS),
                text(request, "rule"),
                sort == null ? ItemQueries.SortField.AGE : sort);
    }

    /** Only what was handed in once: drafts are their authors'. */
    ItemQueries.Filter filter(Clock clock) {
        StateGroup group = Words.constant(StateGroup.class, state);
        return new ItemQueries.Filter(
                code,
                exam,
                exam.isEmpty() ? 0 : domain,
                group == null ? Words.constant(ItemStatus.class, state) : null,
                Words.uuid(event),
                since(clock.instant()),
                group == null ? Set.of() : group.states(),
                true,
                getWaived());
    }

    boolean asksForNothing() {
        return code.isEmpty() && exam.isEmpty() && state.isEmpty() && event.isEmpty() && days == 0 && rule.isEmpty();
    }

    /** The rule that is waived in what is looked for; null for all items. */
    public @Nullable Rule getWaived() {
        return Words.constant(Rule.class, rule);
    }

    private Instant since(Instant now) {
        return days == 0
                ? now.plus(1, ChronoUnit.DAYS)
                : LocalDate.ofInstant(now, ZoneOffset.UTC)
                        .minusDays(days - 1L)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS);
    }

    /** What was typed, or nothing; no more of it than any filter takes. */
    static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        String text = value == null ? "" : value.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static int number(HttpServletRequest request, String name, int most) {
        @Nullable String value = request.getParameter(name);
        return value != null && value.strip().matches("\\d{1,4}") ? Math.min(Integer.parseInt(value.strip()), most) : 0;
    }
}
