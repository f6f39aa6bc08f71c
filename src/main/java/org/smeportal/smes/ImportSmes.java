package org.smeportal.smes;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
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
import org.smeportal.platform.Text;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.CreateSme.NewSme;

/**
 * SMEs from a CSV file: first tried, then imported, all of it or nothing. A known e-mail address is an update, so the same
 * file twice changes nothing.
 */
@UseCase
@Requires(Permission.MANAGE_SMES)
public class ImportSmes {
    public static final int MOST_BYTES = SmeCsv.MOST_BYTES;

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

    /** A file that somebody chose. */
    public record Upload(String fileName, String text) implements AuditedCommand {

        public static Upload of(@Nullable String fileName, byte[] content) {
            return new Upload(fileName == null || fileName.isBlank() ? "import.csv" : fileName, SmeCsv.text(content));
        }

        @Override
        public String auditSubject() {
            return "file:" + fileName;
        }

        @Override
        public @Nullable String auditDetail() {
            return null;
        }
    }

    /** What is wrong in one line and column ("" for the line as a whole). */
    public record Problem(long line, String column, String reason) {}

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

        /** How many SMEs the import writes. */
        public long writes() {
            return created() + changed();
        }

        private long count(ImportAction action) {
            return lines.stream().filter(line -> line.action() == action).count();
        }
    }

    /** What the import would do; nothing is written. */
    public Report tryOut(Upload upload) {
        return go(read(upload), (sme, facts) -> {}, smes::forget);
    }

    /** All of the file; when one row has a fault, nothing. */
    public Report run(Upload upload) {
        SmeCsv.Content content = read(upload);
        if (!content.faults().isEmpty()) {
            throw new Refused("smes.refused.importFaults", content.faults().size());
        }
        return go(content, this::write, smes::flushAndForget);
    }

    private void write(@Nullable Sme known, NewSme facts) {
        if (known == null) {
            smes.addLater(new Sme(facts, clock.instant()));
        } else {
            smes.change(known, facts);
        }
    }

    private SmeCsv.Content read(Upload upload) {
        return SmeCsv.read(
                upload.text(),
                exams.choices().stream()
                        .collect(Collectors.toMap(
                                exam -> exam.code().toUpperCase(Locale.ROOT), ExamQueries.Choice::id)));
    }

    private Report go(SmeCsv.Content content, BiConsumer<@Nullable Sme, NewSme> write, Runnable afterChunk) {
        List<Line> lines = new ArrayList<>();
        List<SmeCsv.Entry> entries = content.entries();
        for (int from = 0; from < entries.size(); from += CHUNK) {
            List<SmeCsv.Entry> chunk = entries.subList(from, Math.min(entries.size(), from + CHUNK));
            Map<String, Sme> known = smes.byEmails(
                    chunk.stream().map(entry -> entry.facts().email()).toList());
            for (SmeCsv.Entry entry : chunk) {
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
                        .map(fault -> new Problem(fault.line(), fault.column(), text.of(fault.reason())))
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
