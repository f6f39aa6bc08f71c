package org.smeportal.smes;

import jakarta.inject.Inject;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** The filtered list as a CSV file, which the import reads again; the audit trail keeps who took it along. */
@UseCase
@Requires(Permission.MANAGE_SMES)
public class ExportSmes {
    private final SmeQueries smes;

    @Inject
    public ExportSmes(SmeQueries smes) {
        this.smes = smes;
    }

    public String csv(SmeQueries.Filter filter) {
        return SmeCsv.write(smes.all(filter));
    }
}
