package org.smeportal.audit;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.platform.Csv;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** The filtered trail as a CSV file, moments in UTC; the trail keeps who took it along, and by which filter. */
@UseCase
@Requires(Permission.READ_AUDIT_TRAIL)
public class ExportTrail {
    private static final List<String> HEADER =
            List.of("at_utc", "actor", "act", "subject", "name", "detail", "changes");

    private final AuditQueries audit;

    @Inject
    public ExportTrail(AuditQueries audit) {
        this.audit = audit;
    }

    public record Wanted(AuditQueries.Filter filter) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "trail";
        }

        @Override
        public @Nullable String auditDetail() {
            return "search '" + filter.search() + "', who '" + filter.actor() + "', what '" + filter.act()
                    + "', about '" + filter.about() + "', from " + filter.from() + " until " + filter.until();
        }
    }

    public String csv(Wanted wanted) {
        return Csv.write(
                HEADER,
                audit.all(wanted.filter()).stream()
                        .map(row -> Arrays.asList(
                                row.at().toString(),
                                row.actor(),
                                row.act(),
                                row.subject(),
                                row.name(),
                                row.detail(),
                                row.changes()))
                        .toList());
    }
}
