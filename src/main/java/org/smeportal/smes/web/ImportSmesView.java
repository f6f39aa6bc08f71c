package org.smeportal.smes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.web.Messages;
import org.smeportal.smes.ImportAction;
import org.smeportal.smes.ImportField;
import org.smeportal.smes.ImportSmes;
import org.smeportal.smes.ImportTable;

/**
 * Choose a file, say what its columns are, see what it would do, import it. Between the pages the table travels packed in a
 * hidden field: no state lives in the session, and the import reads and checks it all again.
 */
@Named
@RequestScoped
public class ImportSmesView {
    /** More rows than anybody reads on one page; the counts are of all. */
    private static final int SHOWN = 200;

    @Inject
    private ImportSmes importSmes;

    @Inject
    private Messages messages;

    @Inject
    @Param
    private boolean tooLarge;

    private @Nullable Part file;
    private @Nullable String upload;
    private @Nullable String fileName;
    private int leaveOut;
    private @Nullable ImportTable table;
    private ImportSmes.@Nullable Plan plan;
    private ImportSmes.@Nullable Report report;

    /** A column of the file: its name, what it is taken for, and what the first rows say. */
    public record Column(int number, String name, String field, String examples) {}

    public void tryOut() throws IOException {
        if (file == null || file.getSize() == 0) {
            throw new Refused("smes.refused.importNoFile");
        }
        ImportTable chosen = ImportTable.of(
                file.getSubmittedFileName(), file.getInputStream().readAllBytes());
        table = chosen;
        fileName = chosen.fileName();
        upload = chosen.packed();
        show(ImportSmes.Plan.of(chosen));
    }

    public void again() {
        show(plan(0));
    }

    private void show(ImportSmes.Plan shown) {
        plan = shown;
        if (shown.missing() == null) {
            ImportSmes.Report found = importSmes.tryOut(shown);
            report = found;
            leaveOut = (int) found.badRows();
        }
    }

    public String importAll() {
        ImportSmes.Plan wanted = plan(leaveOut);
        ImportSmes.Report done = importSmes.run(wanted);
        messages.note("smes.imported", done.created(), done.changed(), done.unchanged());
        if (leaveOut > 0) {
            messages.warn("smes.imported.leftOut", leaveOut);
        }
        return "/app/smes/sme-list?faces-redirect=true";
    }

    public void badRows() throws IOException {
        Faces.sendFile(importSmes.badRows(plan(0)).getBytes(StandardCharsets.UTF_8), "rows-to-mend.csv", true);
    }

    private ImportSmes.Plan plan(int leftOut) {
        ImportTable again = ImportTable.unpacked(fileName, upload);
        table = again;
        ImportSmes.Plan chosen = ImportSmes.Plan.of(again, chosenColumns(), leftOut);
        plan = chosen;
        return chosen;
    }

    private static List<String> chosenColumns() {
        String[] chosen = Faces.getRequest().getParameterValues("column");
        return chosen == null ? List.of() : List.of(chosen);
    }

    /** The columns as they are taken now; after a choice that does not work, as it was chosen. */
    public List<Column> getColumns() {
        ImportTable shown = table;
        if (shown == null) {
            return List.of();
        }
        List<String> chosen = chosenColumns();
        ImportSmes.Plan current = plan;
        return IntStream.range(0, shown.header().size())
                .mapToObj(at -> new Column(
                        at,
                        shown.header().get(at),
                        current != null
                                ? current.mapping().at(at).map(Enum::name).orElse("")
                                : at < chosen.size() ? chosen.get(at) : "",
                        String.join(" · ", shown.examples(at))))
                .toList();
    }

    public @Nullable String getMissing() {
        return plan == null ? null : plan.missing();
    }

    public ImportField[] getFields() {
        return ImportField.values();
    }

    public boolean isTooLarge() {
        return tooLarge;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable String getUpload() {
        return upload;
    }

    public void setUpload(@Nullable String upload) {
        this.upload = upload;
    }

    public @Nullable String getFileName() {
        return fileName;
    }

    public void setFileName(@Nullable String fileName) {
        this.fileName = fileName;
    }

    public int getLeaveOut() {
        return leaveOut;
    }

    public void setLeaveOut(int leaveOut) {
        this.leaveOut = leaveOut;
    }

    public ImportSmes.@Nullable Report getReport() {
        return report;
    }

    public boolean isReady() {
        return report != null && report.writes() > 0;
    }

    public List<ImportSmes.Problem> getProblems() {
        return report == null
                ? List.of()
                : report.problems().stream().limit(SHOWN).toList();
    }

    /** What would be written first, then what stays. */
    public List<ImportSmes.Line> getLines() {
        return report == null
                ? List.of()
                : report.lines().stream()
                        .sorted(Comparator.comparing(line -> line.action() == ImportAction.UNCHANGED ? 1 : 0))
                        .limit(SHOWN)
                        .toList();
    }

    public int getShown() {
        return SHOWN;
    }
}
