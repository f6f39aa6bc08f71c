package org.smeportal.smes;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Csv;
import org.smeportal.platform.Text;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.CreateSme.NewSme;

/**
 * SMEs from a CSV file or a workbook: first tried, then imported, all of it or nothing, unless somebody who saw the bad rows
 * leaves out exactly those. A known e-mail address is an update, so the same file twice changes nothing.
 */
@UseCase
@Requires(Permission.MANAGE_SMES)
public class ImportSmes {
    private static final int CHUNK = 500;

    private final Smes smes;
    private final ExamQueries exams;
    private final Clock clock;
    private final Text text;

    @Inject
    public ImportSmes(Smes smes, ExamQueries exams, Clock clock, Text text) {
        this.smes = smes;
        this.exams = exams;
        this.clock = clock;
        this.text = text;
    }

    /** A file, what its columns are, and how many bad rows somebody saw and decided to leave out. */
    public record Plan(ImportTable table, ImportMapping mapping, int leaveOut) implements AuditedCommand {

        /** As proposed by the names of the columns, with nothing left out. */
        public static Plan of(ImportTable table) {
            return new Plan(table, table.proposal(), 0);
        }

        /** With the columns as somebody chose them, in the order of the file. */
        public static Plan of(ImportTable table, List<String> columns, int leaveOut) {
            return new Plan(table, ImportMapping.of(columns), leaveOut);
        }

        /** What no column is yet and has to be, as the key of a sentence. */
        public @Nullable String missing() {
            return mapping.missing();
        }

        @Override
        public String auditSubject() {
            return "file:" + table.fileName();
        }

        @Override
        public @Nullable String auditDetail() {
            return leaveOut == 0 ? null : table.rows().size() + " - " + leaveOut;
        }
    }

    /** What is wrong in one line and column ("" for the line as a whole), and what stands there. */
    public record Problem(long line, String column, String value, String reason) {}

    /** What happens to one SME; {@code changes} are the columns that say something new. */
    public record Line(long number, ImportAction action, String email, String name, List<String> changes) {

        public String changed() {
            return String.join(", ", changes);
        }
    }

    public record Report(List<Line> lines, List<Problem> problems) {

        public long created() {
            return count(ImportAction.CREATED);
        }

        public long changed() {
            return count(ImportAction.CHANGED);
        }

        public long unchanged() {
            return count(ImportAction.UNCHANGED);
        }

        /** Rows with a problem, or several. */
        public long badRows() {
            return problems.stream().map(Problem::line).distinct().count();
        }

        public int goodRows() {
            return lines.size();
        }

        /** How many SMEs the import writes. */
        public long writes() {
            return created() + changed();
        }

        private long count(ImportAction action) {
            return lines.stream().filter(line -> line.action() == action).count();
        }
    }

    /** What the import would do; nothing is written. */
    public Report tryOut(Plan plan) {
        return go(read(plan), (sme, facts) -> {}, smes::forget);
    }

    /** All of the file, or all but exactly as many bad rows as were seen and left out on purpose; else nothing. */
    public Report run(Plan plan) {
        ImportRows.Content content = read(plan);
        int bad = content.badLines().size();
        if (bad != plan.leaveOut()) {
            throw new Refused("smes.refused.importFaults", bad, plan.leaveOut());
        }
        return go(content, this::write, smes::flushAndForget);
    }

    /** The bad rows as they stood in the file, with line and reason, to be mended and imported later. */
    public String badRows(Plan plan) {
        Map<Long, String> reasons = new LinkedHashMap<>();
        read(plan)
                .faults()
                .forEach(fault -> reasons.merge(
                        fault.line(),
                        (fault.column().isEmpty() ? "" : fault.column() + ": ") + text.of(fault.reason()),
                        (one, other) -> one + " " + other));
        List<String> header = new ArrayList<>(plan.table().header());
        header.addAll(List.of("line", "reason"));
        List<List<@Nullable String>> rows = plan.table().rows().stream()
                .filter(row -> reasons.containsKey(row.number()))
                .map(row -> badRow(row, plan.table().header().size(), reasons))
                .toList();
        return Csv.BOM + Csv.write(header, rows);
    }

    private static List<@Nullable String> badRow(Csv.Line row, int columns, Map<Long, String> reasons) {
        List<@Nullable String> fields = new ArrayList<>(
                row.fields().subList(0, Math.min(columns, row.fields().size())));
        while (fields.size() < columns) {
            fields.add("");
        }
        fields.add(String.valueOf(row.number()));
        fields.add(reasons.get(row.number()));
        return fields;
    }

    private void write(@Nullable Sme known, NewSme facts) {
        if (known == null) {
            smes.addLater(new Sme(facts, clock.instant()));
        } else {
            smes.change(known, facts);
        }
    }

    private ImportRows.Content read(Plan plan) {
        return ImportRows.read(
                plan.table(),
                plan.mapping(),
                exams.choices().stream()
                        .collect(Collectors.toMap(
                                exam -> exam.code().toUpperCase(Locale.ROOT), ExamQueries.Choice::id)));
    }

    private Report go(ImportRows.Content content, BiConsumer<@Nullable Sme, NewSme> write, Runnable afterChunk) {
        List<Line> lines = new ArrayList<>();
        List<ImportRows.Entry> entries = content.entries();
        for (int from = 0; from < entries.size(); from += CHUNK) {
            List<ImportRows.Entry> chunk = entries.subList(from, Math.min(entries.size(), from + CHUNK));
            Map<String, Sme> known = smes.byEmails(
                    chunk.stream().map(entry -> entry.facts().email()).toList());
            for (ImportRows.Entry entry : chunk) {
                Sme sme = known.get(entry.facts().email());
                NewSme facts = sme == null ? entry.facts() : entry.over(sme.facts());
                Line line = line(entry.line(), sme == null ? null : sme.facts(), facts);
                if (line.action() != ImportAction.UNCHANGED) {
                    write.accept(sme, facts);
                }
                lines.add(line);
            }
            afterChunk.run();
        }
        return new Report(
                lines,
                content.faults().stream()
                        .map(fault -> new Problem(fault.line(), fault.column(), fault.value(), text.of(fault.reason())))
                        .toList());
    }

    private static Line line(long number, @Nullable NewSme before, NewSme after) {
        if (before == null) {
            return new Line(number, ImportAction.CREATED, after.email(), after.name(), List.of());
        }
        List<String> changes = new ArrayList<>();
        compare("name", before.name(), after.name(), changes);
        compare("country", before.country(), after.country(), changes);
        compare("zone", before.zone(), after.zone(), changes);
        compare("employer", before.employer(), after.employer(), changes);
        compare("expertise", before.expertise(), after.expertise(), changes);
        compare("languages", before.languages(), after.languages(), changes);
        compare("exams", before.exams(), after.exams(), changes);
        compare("visible", before.visible(), after.visible(), changes);
        return new Line(
                number,
                changes.isEmpty() ? ImportAction.UNCHANGED : ImportAction.CHANGED,
                after.email(),
                after.name(),
                changes);
    }

    private static void compare(String column, @Nullable Object before, @Nullable Object after, List<String> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(column);
        }
    }
}
