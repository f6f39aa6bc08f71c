package org.smeportal.smes;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Csv;
import org.smeportal.smes.CreateSme.NewSme;

/** The rows of an imported file: what each says of an SME, and everything that is wrong with it by line and column. */
final class ImportRows {
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x");
    private static final Set<String> NO = Set.of("", "false", "no", "n", "0");
    private static final int MOST_SHOWN = 80;

    private ImportRows() {}

    /** What is wrong, where: a sentence for one value. */
    record Fault(long line, String column, String value, Refused reason) {}

    record Entry(long line, NewSme facts, ImportMapping mapping) {

        /** Columns that the file does not have stay as they were. */
        NewSme over(NewSme before) {
            return new NewSme(
                    facts.email(),
                    facts.name(),
                    facts.country(),
                    facts.zone(),
                    mapping.has(ImportField.EMPLOYER) ? facts.employer() : before.employer(),
                    mapping.has(ImportField.EXPERTISE) ? facts.expertise() : before.expertise(),
                    mapping.has(ImportField.LANGUAGES) ? facts.languages() : before.languages(),
                    mapping.has(ImportField.EXAMS) ? facts.exams() : before.exams(),
                    mapping.has(ImportField.VISIBLE) ? facts.visible() : before.visible());
        }
    }

    record Content(List<Entry> entries, List<Fault> faults) {

        Set<Long> badLines() {
            return faults.stream().map(Fault::line).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static Content read(ImportTable table, ImportMapping mapping, Map<String, Long> exams) {
        mapping.mustBeComplete();
        List<Entry> entries = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Map<String, Long> seen = new HashMap<>();
        for (Csv.Line line : table.rows()) {
            Reader reader = new Reader(line, table.header(), mapping, exams, faults);
            reader.read().ifPresent(entry -> {
                Long earlier = seen.putIfAbsent(entry.facts().email(), entry.line());
                if (earlier == null) {
                    entries.add(entry);
                } else {
                    reader.fault(
                            ImportField.EMAIL,
                            new Refused("smes.import.twice", entry.facts().email(), earlier.toString()));
                }
            });
        }
        return new Content(entries, faults);
    }

    /** One row, column by column: every fault of it is found, not only the first one. */
    private static final class Reader {
        private final Csv.Line line;
        private final List<String> header;
        private final ImportMapping mapping;
        private final Map<String, Long> exams;
        private final List<Fault> faults;
        private final int before;

        Reader(Csv.Line line, List<String> header, ImportMapping mapping, Map<String, Long> exams, List<Fault> faults) {
            this.line = line;
            this.header = header;
            this.mapping = mapping;
            this.exams = exams;
            this.faults = faults;
            this.before = faults.size();
        }

        Optional<Entry> read() {
            if (line.fields().size() != header.size()) {
                faults.add(new Fault(
                        line.number(),
                        "",
                        shown(String.join(" ", line.fields())),
                        new Refused(
                                "smes.import.fields",
                                String.valueOf(line.fields().size()),
                                String.valueOf(header.size()))));
                return Optional.empty();
            }
            String email = column(ImportField.EMAIL, value -> new EmailAddress(needed(value)).value());
            String name = mapping.has(ImportField.NAME)
                    ? column(ImportField.NAME, value -> Words.line(value, 120))
                    : column(
                            mapping.has(ImportField.LAST_NAME) ? ImportField.LAST_NAME : ImportField.FIRST_NAME,
                            value -> Words.line(joinedName(), 120));
            String country = column(ImportField.COUNTRY, Reader::country);
            String zone = column(ImportField.ZONE, value -> zone(value, country));
            String employer = column(ImportField.EMPLOYER, value -> Words.optionalLine(value, 120));
            String expertise = column(ImportField.EXPERTISE, value -> Words.optionalLine(value, 500));
            String languages = column(ImportField.LANGUAGES, value -> Words.optionalLine(value, 200));
            Set<Long> qualified = column(ImportField.EXAMS, this::exams);
            Boolean visible = column(ImportField.VISIBLE, Reader::visible);
            if (faults.size() > before
                    || email == null
                    || name == null
                    || country == null
                    || zone == null
                    || qualified == null) {
                return Optional.empty();
            }
            return Optional.of(new Entry(
                    line.number(),
                    new NewSme(
                            email,
                            name,
                            country,
                            zone,
                            employer,
                            expertise,
                            languages,
                            qualified,
                            Boolean.TRUE.equals(visible)),
                    mapping));
        }

        private String joinedName() {
            return Stream.of(ImportField.FIRST_NAME, ImportField.LAST_NAME)
                    .map(this::value)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        private <T> @Nullable T column(ImportField field, Function<String, @Nullable T> read) {
            try {
                return read.apply(value(field));
            } catch (Refused refused) {
                fault(field, refused);
                return null;
            }
        }

        private String value(ImportField field) {
            Integer at = mapping.columns().get(field);
            return at == null ? "" : line.fields().get(at).strip();
        }

        void fault(ImportField field, Refused reason) {
            Integer at = mapping.columns().get(field);
            faults.add(
                    new Fault(line.number(), at == null ? field.key() : header.get(at), shown(value(field)), reason));
        }

        private static String shown(String value) {
            return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "…";
        }

        private static String needed(String value) {
            if (value.isEmpty()) {
                throw new Refused("platform.refused.empty");
            }
            return value;
        }

        private static String country(String value) {
            return Countries.code(needed(value)).orElseThrow(() -> new Refused("smes.import.country", shown(value)));
        }

        private static String zone(String value, @Nullable String country) {
            if (!value.isEmpty() || country == null) {
                return Words.zone(needed(value)).getId();
            }
            return Countries.onlyZone(country)
                    .map(ZoneId::getId)
                    .orElseThrow(() -> new Refused("smes.import.zone", Words.countryName(country)));
        }

        private Set<Long> exams(String value) {
            Set<Long> ids = new HashSet<>();
            Arrays.stream(value.split("[\\s|,;]+"))
                    .filter(code -> !code.isEmpty())
                    .forEach(code -> {
                        Long id = exams.get(code.toUpperCase(Locale.ROOT));
                        if (id == null) {
                            throw new Refused(
                                    "smes.import.exam", code, String.join(" ", new TreeSet<>(exams.keySet())));
                        }
                        ids.add(id);
                    });
            return ids;
        }

        private static Boolean visible(String value) {
            String word = value.toLowerCase(Locale.ROOT);
            if (!YES.contains(word) && !NO.contains(word)) {
                throw new Refused("smes.import.visible", value);
            }
            return YES.contains(word);
        }
    }
}
