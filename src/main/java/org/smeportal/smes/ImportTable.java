package org.smeportal.smes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Csv;
import org.smeportal.platform.Xlsx;

/**
 * An uploaded file as a table of texts, whether it came as CSV or as a workbook; what it is, its content says. Between two
 * pages it travels packed: no state lives in the session, and everything is read and checked again.
 */
public record ImportTable(String fileName, List<String> header, List<Csv.Line> rows) {
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int MOST_UNPACKED = 4 * MOST_BYTES;
    private static final int EXAMPLES = 5;
    private static final int MOST_EXAMPLE = 60;

    public ImportTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    public static ImportTable of(@Nullable String fileName, byte[] content) {
        String name = fileName == null || fileName.isBlank() ? "import.csv" : fileName;
        if (content.length > MOST_BYTES) {
            throw new Refused("smes.refused.importTooLarge");
        }
        return Xlsx.isPacked(content) ? table(name, Xlsx.read(content), true) : text(name, text(content));
    }

    static ImportTable text(String fileName, String text) {
        return table(fileName, Csv.read(text), false);
    }

    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Refused("smes.refused.importNoText");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new Refused("smes.refused.importNoText");
        }
    }

    /** A workbook does not keep the empty cells at the end of a row; in a text they are a sign of a missing separator. */
    private static ImportTable table(String fileName, List<Csv.Line> read, boolean padded) {
        List<Csv.Line> lines = read.stream()
                .filter(line -> line.fields().stream().anyMatch(field -> !field.isBlank()))
                .toList();
        if (lines.isEmpty()) {
            throw new Refused("smes.refused.importEmpty");
        }
        List<String> header = lines.get(0).fields().stream().map(String::strip).toList();
        if (lines.size() == 1) {
            throw new Refused("smes.refused.importNoRows");
        }
        List<Csv.Line> rows = lines.subList(1, lines.size());
        return new ImportTable(
                fileName,
                header,
                padded ? rows.stream().map(row -> padded(row, header.size())).toList() : rows);
    }

    private static Csv.Line padded(Csv.Line row, int columns) {
        List<String> fields = new ArrayList<>(row.fields());
        while (fields.size() < columns) {
            fields.add("");
        }
        return new Csv.Line(row.number(), fields);
    }

    /** What the first rows say in that column, to recognise it by. */
    public List<String> examples(int column) {
        return rows.stream()
                .limit(EXAMPLES)
                .map(row -> column < row.fields().size() ? row.fields().get(column) : "")
                .map(value -> value.length() <= MOST_EXAMPLE ? value : value.substring(0, MOST_EXAMPLE) + "…")
                .toList();
    }

    public ImportMapping proposal() {
        return ImportMapping.propose(header);
    }

    public String packed() {
        try (ByteArrayOutputStream packed = new ByteArrayOutputStream()) {
            try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(packed))) {
                write(out, header);
                out.writeInt(rows.size());
                for (Csv.Line row : rows) {
                    out.writeLong(row.number());
                    write(out, row.fields());
                }
            }
            return Base64.getEncoder().encodeToString(packed.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, List<String> fields) throws IOException {
        out.writeInt(fields.size());
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    public static ImportTable unpacked(@Nullable String fileName, @Nullable String packed) {
        try (GZIPInputStream zip = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(packed == null ? "" : packed)))) {
            byte[] bytes = zip.readNBytes(MOST_UNPACKED);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            List<String> header = fields(in);
            List<Csv.Line> rows = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                rows.add(new Csv.Line(in.readLong(), fields(in)));
            }
            return new ImportTable(fileName == null ? "" : fileName, header, rows);
        } catch (IOException | IllegalArgumentException notWhatWasSent) {
            throw new Refused("smes.refused.importGone");
        }
    }

    private static List<String> fields(DataInputStream in) throws IOException {
        List<String> fields = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw new IOException("more is announced than there is");
            }
            fields.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
