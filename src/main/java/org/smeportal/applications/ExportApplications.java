package org.smeportal.applications;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Csv;
import org.smeportal.platform.Text;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** The filtered queue as a CSV file; the audit trail keeps who took it along. */
@UseCase
@Requires(Permission.MANAGE_APPLICATIONS)
public class ExportApplications {
    private static final List<String> HEADER = List.of(
            "name",
            "email",
            "country",
            "zone",
            "employer",
            "exams",
            "certifications",
            "years",
            "expertise",
            "languages",
            "attendance",
            "motivation",
            "stage",
            "confirmed",
            "promised",
            "scores",
            "score",
            "disagreement",
            "decision",
            "decidedBy");

    private final ApplicationQueries applications;
    private final Text text;

    @Inject
    public ExportApplications(ApplicationQueries applications, Text text) {
        this.applications = applications;
        this.text = text;
    }

    public String csv(QueueFilter filter) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        applications.all(filter).forEach(row -> rows.add(line(row)));
        return Csv.BOM + Csv.write(HEADER, rows);
    }

    private List<@Nullable String> line(ApplicationRow row) {
        List<@Nullable String> line = new ArrayList<>();
        line.add(row.name());
        line.add(row.email());
        line.add(Words.countryName(row.country()));
        line.add(row.zone().getId());
        line.add(row.employer());
        line.add(String.join(" ", row.exams()));
        line.add(row.certifications());
        line.add(Integer.toString(row.years()));
        line.add(row.expertise());
        line.add(row.languages());
        line.add(row.attendance() == null ? "" : text.ofConstant(row.attendance()));
        line.add(row.motivation());
        line.add(text.ofConstant(row.state()));
        line.add(day(row.confirmedAt()));
        line.add(row.promisedOn() == null ? "" : row.promisedOn().toString());
        line.add(Integer.toString(row.scoresIn()));
        line.add(row.scoreText());
        line.add(row.disagreement() ? "yes" : "");
        line.add(row.decision() == null ? "" : text.ofConstant(row.decision()));
        line.add(row.decidedBy());
        return line;
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10);
    }
}
