package org.smeportal.smes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Csv;
import org.smeportal.smes.CreateSme.NewSme;
import org.smeportal.smes.SmeQueries.Row;

/** The file format of SMEs: what a row says, everything that is wrong with it by line and column, and the export. */
final class SmeCsv {
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final List<String> REQUIRED = List.of("email", "name", "country", "zone");
    private static final List<String> COLUMNS =
            List.of("email", "name", "country", "zone", "employer", "expertise", "languages", "exams", "visible");
    /** Written by the export for its reader; not read when the file comes back. */
    private static final List<String> EXPORTED = List.of("state", "joined", "attended", "last_invited", "account");

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x");
    private static final Set<String> NO = Set.of("", "false", "no", "n", "0");

    private SmeCsv() {}

    /** What is wrong, where: a sentence for one line and column. */
    record Fault(long line, String column, Refused reason) {}

    record Entry(long line, NewSme facts, Set<String> columns) {

        /** Columns that the file does not have stay as they were. */
        NewSme over(NewSme before) {
            return new NewSme(
                    facts.email(),
                    facts.name(),
                    facts.country(),
                    facts.zone(),
                    columns.contains("employer") ? facts.employer() : before.employer(),
                    columns.contains("expertise") ? facts.expertise() : before.expertise(),
                    columns.contains("languages") ? facts.languages() : before.languages(),
                    columns.contains("exams") ? facts.exams() : before.exams(),
                    columns.contains("visible") ? facts.visible() : before.visible());
        }
    }

    record Content(List<Entry> entries, List<Fault> faults) {}

    /** The text of an uploaded file. */
    static String text(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Refused("smes.refused.importTooLarge");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Refused("smes.refused.importNoText");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new Refused("smes.refused.importNoText");
        }
    }

    static Content read(String text, Map<String, Long> exams) {
        List<Csv.Line> lines = Csv.read(text).stream()
                .filter(line -> line.fields().stream().anyMatch(field -> !field.isBlank()))
                .toList();
        if (lines.isEmpty()) {
            throw new Refused("smes.refused.importEmpty");
        }
        List<String> header = header(lines.get(0).fields());
        if (lines.size() == 1) {
            throw new Refused("smes.refused.importNoRows");
        }
        List<Entry> entries = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Map<String, Long> seen = new HashMap<>();
        for (Csv.Line line : lines.subList(1, lines.size())) {
            new Reader(line, header, exams, faults).read().ifPresent(entry -> {
                Long earlier = seen.putIfAbsent(entry.facts().email(), entry.line());
                if (earlier == null) {
                    entries.add(entry);
                } else {
                    faults.add(new Fault(
                            entry.line(),
                            "email",
                            new Refused("smes.import.twice", entry.facts().email(), earlier.toString())));
                }
            });
        }
        return new Content(entries, faults);
    }

    private static List<String> header(List<String> fields) {
        List<String> header = fields.stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<String> missing =
                REQUIRED.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new Refused(
                    "smes.refused.importMissing", String.join(", ", missing), shown(String.join(", ", header)));
        }
        Set<String> once = new HashSet<>();
        List<String> wrong = header.stream()
                .filter(column -> !COLUMNS.contains(column) && !EXPORTED.contains(column) || !once.add(column))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refused(
                    "smes.refused.importUnknown", shown(String.join(", ", wrong)), String.join(", ", COLUMNS));
        }
        return header;
    }

    private static String shown(String value) {
        return value.length() <= 200 ? value : value.substring(0, 200) + " …";
    }

    /** One row, column by column: every fault of it is found, not only the first one. */
    private static final class Reader {
        private final Csv.Line line;
        private final List<String> header;
        private final Map<String, Long> exams;
        private final List<Fault> faults;
        private final int before;

        Reader(Csv.Line line, List<String> header, Map<String, Long> exams, List<Fault> faults) {
            this.line = line;
            this.header = header;
            this.exams = exams;
            this.faults = faults;
            this.before = faults.size();
        }

        java.util.Optional<Entry> read() {
            if (line.fields().size() != header.size()) {
                fault(
                        "",
                        new Refused(
                                "smes.import.fields",
                                String.valueOf(line.fields().size()),
                                String.valueOf(header.size())));
                return java.util.Optional.empty();
            }
            String email = column("email", value -> new EmailAddress(needed(value)).value());
            String name = column("name", value -> Words.line(value, 120));
            String country = column("country", value -> Words.country(needed(value)));
            String zone = column("zone", value -> Words.zone(needed(value)).getId());
            String employer = column("employer", value -> Words.optionalLine(value, 120));
            String expertise = column("expertise", value -> Words.optionalLine(value, 500));
            String languages = column("languages", value -> Words.optionalLine(value, 200));
            Set<Long> qualified = column("exams", this::exams);
            Boolean visible = column("visible", Reader::visible);
            if (faults.size() > before
                    || email == null
                    || name == null
                    || country == null
                    || zone == null
                    || qualified == null) {
                return java.util.Optional.empty();
            }
            return java.util.Optional.of(new Entry(
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
                    Set.copyOf(header)));
        }

        private <T> @Nullable T column(String name, Function<String, @Nullable T> read) {
            int at = header.indexOf(name);
            try {
                return read.apply(at < 0 ? "" : line.fields().get(at).strip());
            } catch (Refused refused) {
                fault(name, refused);
                return null;
            }
        }

        private void fault(String column, Refused reason) {
            faults.add(new Fault(line.number(), column, reason));
        }

        private static String needed(String value) {
            if (value.isEmpty()) {
                throw new Refused("platform.refused.empty");
            }
            return value;
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

    /** The same columns as the import reads, and some more to look at; begins with a BOM, so that spreadsheets see UTF-8. */
    static String write(List<Row> rows) {
        List<String> header = new ArrayList<>(COLUMNS);
        header.addAll(EXPORTED);
        return Csv.BOM + Csv.write(header, rows.stream().map(SmeCsv::fields).toList());
    }

    private static List<@Nullable String> fields(Row row) {
        return Arrays.asList(
                row.email(),
                row.name(),
                row.country(),
                row.zone().getId(),
                row.employer(),
                row.expertise(),
                row.languages(),
                String.join(" ", row.exams()),
                row.visible() ? "yes" : "no",
                row.state().name(),
                row.joinedOn().toString(),
                String.valueOf(row.attended()),
                row.lastInvited() == null ? null : row.lastInvited().toString(),
                row.account() == null ? null : row.account().name());
    }
}
