package org.smeportal.smes;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.platform.Csv;
import org.smeportal.platform.UseCase;
import org.smeportal.platform.Xlsx;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeQueries.Row;

/** The directory as a file; the audit trail keeps who took it along. No cell of it is a formula. */
@UseCase
@Requires(Permission.MANAGE_SMES)
public class ExportSmes {
    private final SmeQueries smes;
    private final Clock clock;

    @Inject
    public ExportSmes(SmeQueries smes, Clock clock) {
        this.smes = smes;
        this.clock = clock;
    }

    /** The file formats. */
    public enum Format {
        CSV,
        XLSX
    }

    /** Those of the filter, or only the ticked ones; null columns are all that the import reads again, and some more. */
    public record Wanted(
            SmeQueries.Filter filter,
            Collection<UUID> ticked,
            @Nullable Set<SmeColumn> columns,
            Format format) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "file:smes." + format.name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public @Nullable String auditDetail() {
            return ticked.isEmpty() ? null : String.valueOf(ticked.size());
        }
    }

    public byte[] file(Wanted wanted) {
        List<Row> rows = wanted.ticked().isEmpty() ? smes.all(wanted.filter()) : smes.some(wanted.ticked());
        Set<SmeColumn> chosen = wanted.columns();
        List<SmeColumn> columns = chosen == null
                ? SmeColumn.WHOLE
                : java.util.Arrays.stream(SmeColumn.values())
                        .filter(chosen::contains)
                        .toList();
        Map<Long, Integer> thisYear = columns.contains(SmeColumn.THIS_YEAR)
                ? smes.attendedIn(
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear(),
                        rows.stream().map(Row::id).toList())
                : Map.of();
        List<String> header = new ArrayList<>(List.of("email", "name"));
        columns.forEach(column -> header.add(column.key()));
        List<List<@Nullable String>> lines = new ArrayList<>();
        for (Row row : rows) {
            List<@Nullable String> line = new ArrayList<>(List.of(row.email(), row.name()));
            columns.forEach(column -> line.add(column.text(row, thisYear)));
            lines.add(line);
        }
        return wanted.format() == Format.XLSX
                ? Xlsx.write("SMEs", header, lines)
                : (Csv.BOM + Csv.write(header, lines)).getBytes(StandardCharsets.UTF_8);
    }
}
