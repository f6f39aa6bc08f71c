package org.smeportal.pipeline;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.SeenQueries;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.platform.Csv;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Who saw which items, as a file; times are UTC, no cell is a formula. */
@UseCase
@Requires(Permission.MANAGE_ITEMS)
public class ExportSeen {
    private final SeenQueries seen;

    @Inject
    public ExportSeen(SeenQueries seen) {
        this.seen = seen;
    }

    public record Wanted(SeenQueries.Filter filter) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return filter.item() == null ? "file:seen.csv" : "item:" + filter.item();
        }

        @Override
        public @Nullable String auditDetail() {
            return filter.exam();
        }
    }

    public byte[] file(Wanted wanted) {
        List<String> header = List.of("who", "roles", "item", "exam", "revision", "kind", "at_utc");
        List<List<@Nullable String>> rows = seen.all(wanted.filter()).stream()
                .map(row -> List.<@Nullable String>of(
                        row.name(),
                        row.roles().stream().map(Enum::name).collect(Collectors.joining(" ")),
                        row.code(),
                        row.exam(),
                        String.valueOf(row.revision()),
                        row.kind().name(),
                        row.at().truncatedTo(ChronoUnit.SECONDS).toString()))
                .toList();
        return (Csv.BOM + Csv.write(header, rows)).getBytes(StandardCharsets.UTF_8);
    }
}
