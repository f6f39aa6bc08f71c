package org.smeportal.platform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/**
 * Workbooks of spreadsheets (XLSX): the first sheet that can be seen, read as texts. A file is known by its content, is
 * measured before it is read (what unpacks to more than it should is refused), and no formula runs: of a cell with a
 * formula the value counts that was saved with it.
 */
public final class Xlsx {
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static final long MOST_UNPACKED = 128L * 1024 * 1024;
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_TEXT = 20 * 1024 * 1024;
    private static final String WORKBOOK = "xl/workbook.xml";

    private Xlsx() {}

    /** Whether the content begins as packed files do. */
    public static boolean isPacked(byte[] content) {
        return content.length > 4 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    /** The rows with something in them, by the numbers that the spreadsheet shows. */
    public static List<Csv.Line> read(byte[] content) {
        try {
            measure(content);
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
                Sheet sheet = workbook.getSheets()
                        .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                        .findFirst()
                        .orElseThrow(() -> new Refused("platform.refused.xlsx"));
                return lines(sheet);
            }
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new Refused("platform.refused.xlsx");
        }
    }

    private static void measure(byte[] content) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw new Refused("platform.refused.xlsxTooLarge");
            }
            if (zip.getEntry(WORKBOOK) == null) {
                throw new Refused("platform.refused.xlsx");
            }
            byte[] buffer = new byte[64 * 1024];
            long unpacked = 0;
            for (ZipArchiveEntry part : parts) {
                try (InputStream data = zip.getInputStream(part)) {
                    for (int count = data.read(buffer); count >= 0; count = data.read(buffer)) {
                        unpacked += count;
                        if (unpacked > MOST_UNPACKED) {
                            throw new Refused("platform.refused.xlsxTooLarge");
                        }
                    }
                }
            }
        }
    }

    private static List<Csv.Line> lines(Sheet sheet) throws IOException {
        List<Csv.Line> lines = new ArrayList<>();
        long text = 0;
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                List<String> fields = fields(row);
                if (fields.stream().anyMatch(field -> !field.isBlank())) {
                    lines.add(new Csv.Line(row.getRowNum(), fields));
                    text += fields.stream().mapToLong(String::length).sum();
                }
                if (lines.size() > MOST_ROWS || text > MOST_TEXT) {
                    throw new Refused("platform.refused.xlsxTooLarge");
                }
            }
        }
        return lines;
    }

    private static List<String> fields(Row row) {
        List<String> fields = new ArrayList<>();
        for (Cell cell : row) {
            if (cell != null && cell.getType() != CellType.EMPTY) {
                int column = cell.getColumnIndex();
                if (column >= MOST_COLUMNS) {
                    throw new Refused("platform.refused.xlsxColumns", MOST_COLUMNS);
                }
                while (fields.size() <= column) {
                    fields.add("");
                }
                fields.set(column, text(cell));
            }
        }
        while (!fields.isEmpty() && fields.get(fields.size() - 1).isBlank()) {
            fields.remove(fields.size() - 1);
        }
        return fields;
    }

    private static String text(Cell cell) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.FORMULA && (raw == null || raw.isEmpty())) {
            throw new Refused("platform.refused.xlsxFormula", cell.getAddress().toString());
        }
        return switch (cell.getType()) {
            case STRING -> cell.asString();
            case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
            default -> raw == null ? "" : raw;
        };
    }

    /** A workbook with one sheet; every cell is a text, so that none is taken for a formula. */
    public static byte[] write(String sheetName, List<String> header, List<List<@Nullable String>> rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "SME Portal", null)) {
            Worksheet sheet = workbook.newWorksheet(sheetName);
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, 22);
            }
            sheet.freezePane(0, 1);
            int at = 1;
            for (List<@Nullable String> row : rows) {
                for (int column = 0; column < row.size(); column++) {
                    String value = row.get(column);
                    if (value != null) {
                        sheet.value(at, column, value);
                    }
                }
                at++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
