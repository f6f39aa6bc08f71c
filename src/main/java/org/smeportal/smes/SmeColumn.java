package org.smeportal.smes;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Words;
import org.smeportal.smes.SmeQueries.Row;

/** A column of the directory beside name and address, on the page and in a file. */
public enum SmeColumn {
    COUNTRY(Row::country),
    ZONE(row -> row.zone().getId()),
    EMPLOYER(Row::employer),
    EXPERTISE(Row::expertise),
    LANGUAGES(Row::languages),
    EXAMS(row -> String.join(" ", row.exams())),
    VISIBLE(row -> row.visible() ? "yes" : "no"),
    STATE(row -> row.state().name()),
    JOINED(row -> row.joinedOn().toString()),
    ATTENDED(row -> String.valueOf(row.attended())),
    LAST_INVITED(row -> text(row.lastInvited())),
    ACCOUNT(row -> row.account() == null ? null : row.account().name()),
    /** Counted apart: see {@link SmeQueries#attendedIn}. */
    THIS_YEAR(row -> null);

    /** What the list shows until somebody chooses. */
    public static final Set<SmeColumn> USUAL =
            Set.copyOf(EnumSet.of(COUNTRY, EXAMS, ACCOUNT, ATTENDED, LAST_INVITED, JOINED));

    /** What an exported file has that shall come back by the import; the rest of it is for its reader. */
    static final List<SmeColumn> WHOLE =
            Arrays.stream(values()).filter(column -> column != THIS_YEAR).toList();

    private final Function<Row, @Nullable String> value;

    SmeColumn(Function<Row, @Nullable String> value) {
        this.value = value;
    }

    /** From an address: names with commas between them; unknown ones count for nothing, and none are the usual ones. */
    public static Set<SmeColumn> of(@Nullable String names) {
        Set<SmeColumn> chosen = Arrays.stream((names == null ? "" : names).split(","))
                .map(name -> Words.constant(SmeColumn.class, name.strip().toUpperCase(Locale.ROOT)))
                .filter(column -> column != null)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SmeColumn.class)));
        return chosen.isEmpty() ? USUAL : chosen;
    }

    /** As it stands in an address; empty for the usual ones. */
    public static String address(Set<SmeColumn> chosen) {
        return chosen.equals(USUAL)
                ? ""
                : Arrays.stream(values())
                        .filter(chosen::contains)
                        .map(SmeColumn::key)
                        .collect(Collectors.joining(","));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String text(Row row, Map<Long, Integer> thisYear) {
        return this == THIS_YEAR ? String.valueOf(thisYear.getOrDefault(row.id(), 0)) : value.apply(row);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
