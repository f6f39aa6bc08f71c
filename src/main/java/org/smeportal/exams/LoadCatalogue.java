package org.smeportal.exams;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.Csv;

/**
 * Brings the exams and domains of {@code db/catalogue/exams.csv} and the tasks of {@code tasks.csv} into the database; once or
 * many times is the same.
 */
@BackgroundStep
public class LoadCatalogue {
    private static final String EXAMS = "/db/catalogue/exams.csv";
    private static final String TASKS = "/db/catalogue/tasks.csv";
    private static final List<String> HEADER =
            List.of("code", "name", "level", "version_year", "domain_no", "domain", "weight_percent");
    private static final List<String> HEADER_OF_TASKS = List.of("exam", "domain", "number", "statement");

    private final Exams exams;

    @Inject
    public LoadCatalogue(Exams exams) {
        this.exams = exams;
    }

    public void load() {
        String code = "";
        for (Csv.Line line : lines(EXAMS, HEADER)) {
            List<String> field = line.fields();
            if (!code.equals(field.get(0))) {
                code = field.get(0);
                exams.put(code, field.get(1), field.get(2), Integer.parseInt(field.get(3)));
            }
            exams.putDomain(code, Integer.parseInt(field.get(4)), field.get(5), new BigDecimal(field.get(6)));
        }
        for (Csv.Line line : lines(TASKS, HEADER_OF_TASKS)) {
            List<String> field = line.fields();
            exams.putTask(field.get(0), Integer.parseInt(field.get(1)), Integer.parseInt(field.get(2)), field.get(3));
        }
    }

    private static List<Csv.Line> lines(String file, List<String> header) {
        List<Csv.Line> lines = Csv.read(text(file));
        if (lines.isEmpty() || !lines.get(0).fields().equals(header)) {
            throw new IllegalStateException(file + " needs the header " + header);
        }
        return lines.subList(1, lines.size());
    }

    private static String text(String file) {
        try (InputStream in = LoadCatalogue.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
