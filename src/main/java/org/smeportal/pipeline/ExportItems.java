package org.smeportal.pipeline;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.ItemQueries;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.platform.Csv;
import org.smeportal.platform.UseCase;
import org.smeportal.platform.Xlsx;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Items as a file: where each stands, never what it says, nor who wrote it; no cell is a formula. */
@UseCase
@Requires(Permission.MANAGE_ITEMS)
public class ExportItems {
    private final ItemQueries items;

    @Inject
    public ExportItems(ItemQueries items) {
        this.items = items;
    }

    /** {@code workbook} is XLSX, else it is CSV. */
    public record Wanted(ItemQueries.Filter filter, ItemQueries.SortField sort, boolean workbook)
            implements AuditedCommand {
        @Override
        public String auditSubject() {
            return workbook ? "file:items.xlsx" : "file:items.csv";
        }

        @Override
        public @Nullable String auditDetail() {
            return filter.exam().isEmpty() ? null : filter.exam();
        }
    }

    public byte[] file(Wanted wanted) {
        List<String> header = List.of(
                "code", "exam", "domain", "domain_name", "task", "state", "since", "ending", "revision", "workshop");
        List<List<@Nullable String>> rows = items.all(wanted.filter(), wanted.sort()).stream()
                .map(ExportItems::line)
                .toList();
        return wanted.workbook()
                ? Xlsx.write("Items", header, rows)
                : (Csv.BOM + Csv.write(header, rows)).getBytes(StandardCharsets.UTF_8);
    }

    private static List<@Nullable String> line(ItemQueries.Row row) {
        return Arrays.asList(
                row.code(),
                row.exam(),
                row.domain() == null ? null : row.domain().toString(),
                row.domainName(),
                row.task() == null ? null : row.task().toString(),
                row.status().name(),
                LocalDate.ofInstant(row.since(), ZoneOffset.UTC).toString(),
                row.ending() == null ? null : row.ending().name(),
                String.valueOf(row.revision()),
                row.eventTitle());
    }
}
