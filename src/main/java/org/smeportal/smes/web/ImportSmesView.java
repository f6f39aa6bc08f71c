package org.smeportal.smes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.web.Messages;
import org.smeportal.smes.ImportAction;
import org.smeportal.smes.ImportSmes;

/**
 * Choose a file, see what it would do, import it. Between the two the text travels with the page, packed in a hidden
 * field: no state lives in the session, and the import reads and checks it all again.
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
    private ImportSmes.@Nullable Report report;

    public void tryOut() throws IOException {
        if (file == null || file.getSize() == 0) {
            throw new Refused("smes.refused.importNoFile");
        }
        ImportSmes.Upload chosen = ImportSmes.Upload.of(
                file.getSubmittedFileName(), file.getInputStream().readAllBytes());
        report = importSmes.tryOut(chosen);
        fileName = chosen.fileName();
        upload = pack(chosen.text());
    }

    public String importAll() {
        ImportSmes.Report done = importSmes.run(ImportSmes.Upload.of(fileName, unpack(upload)));
        messages.note("smes.imported", done.created(), done.changed(), done.unchanged());
        return "/app/smes/sme-list?faces-redirect=true";
    }

    private static String pack(String text) {
        try (ByteArrayOutputStream packed = new ByteArrayOutputStream()) {
            try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return Base64.getEncoder().encodeToString(packed.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At most what may be uploaded, and a byte more so that it is refused. */
    private static byte[] unpack(@Nullable String packed) {
        try (GZIPInputStream zip = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(packed == null ? "" : packed)))) {
            return zip.readNBytes(ImportSmes.MOST_BYTES + 1);
        } catch (IOException | IllegalArgumentException notWhatWasSent) {
            throw new Refused("smes.refused.importGone");
        }
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

    public ImportSmes.@Nullable Report getReport() {
        return report;
    }

    public boolean isReady() {
        return report != null && report.problems().isEmpty() && report.writes() > 0;
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
                        .sorted(java.util.Comparator.comparing(line -> line.action() == ImportAction.UNCHANGED ? 1 : 0))
                        .limit(SHOWN)
                        .toList();
    }

    public int getShown() {
        return SHOWN;
    }
}
