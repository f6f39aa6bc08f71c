package org.smeportal.platform;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** CSV files as people have them (comma, semicolon or tab, with or without a BOM), and as spreadsheets open them safely. */
public final class Csv {

    public static final String TYPE = "text/csv;charset=UTF-8";
    public static final String BOM = "\uFEFF";

    private static final String FORMULA = "=+-@\t\r";
    private static final String CELL_ENDS = ";\t\r\n";
    private static final char GUARD = '\'';
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private Csv() {}

    /** One record and the line of the file where it begins. */
    public record Line(long number, List<String> fields) {}

    /** The records of the text; empty lines are left out. */
    public static List<Line> read(String text) {
        String content = text.startsWith(BOM) ? text.substring(1) : text;
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(content))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(content)) {
            for (CsvRecord row : reader) {
                lines.add(new Line(
                        row.getStartingLineNumber(),
                        row.getFields().stream().map(Csv::withoutGuard).toList()));
            }
        } catch (CsvParseException e) {
            throw new Refused("platform.refused.csv", lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** A file with that header; no value of it is taken for a formula. */
    public static String write(List<String> header, List<List<@Nullable String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text)) {
            writer.writeRecord(header);
            rows.forEach(
                    row -> writer.writeRecord(row.stream().map(Csv::guarded).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * With an apostrophe before whatever a spreadsheet may take for a formula: at the beginning, and after whatever it may
     * take for the end of a cell, as one that expects semicolons does in a file with commas.
     */
    private static String guarded(@Nullable String value) {
        StringBuilder text = new StringBuilder();
        boolean begins = true;
        for (char c : (value == null ? "" : value).toCharArray()) {
            if (begins && FORMULA.indexOf(c) >= 0) {
                text.append(GUARD);
            }
            text.append(c);
            begins = beginsAfter(c, begins);
        }
        return text.toString();
    }

    /** What {@link #guarded} added is taken away, so that an exported file can come back. */
    private static String withoutGuard(String value) {
        StringBuilder text = new StringBuilder();
        boolean begins = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean guards =
                    begins && c == GUARD && i + 1 < value.length() && FORMULA.indexOf(value.charAt(i + 1)) >= 0;
            if (guards) {
                c = value.charAt(++i);
            }
            text.append(c);
            begins = beginsAfter(c, begins);
        }
        return text.toString();
    }

    private static boolean beginsAfter(char c, boolean begins) {
        return CELL_ENDS.indexOf(c) >= 0 || (begins && (c == '"' || Character.isWhitespace(c)));
    }

    /** The one that the first line has most of. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = SEPARATORS[0];
        long most = 0;
        for (char separator : SEPARATORS) {
            long count = first.chars().filter(c -> c == separator).count();
            if (count > most) {
                best = separator;
                most = count;
            }
        }
        return best;
    }
}
