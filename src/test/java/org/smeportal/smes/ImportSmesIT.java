package org.smeportal.smes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.exams.LoadCatalogue;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Text;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.smes.ImportSmes.Report;
import org.smeportal.smes.ImportSmes.Upload;
import org.smeportal.testing.Rig;

/** Import: a dry run that writes nothing, then all of the file or nothing, and the same file again changes nothing. */
class ImportSmesIT {
    private static final Caller PM = Rig.caller(7, "Priya", "Europe/Berlin", Role.PM);
    private static final String FILE = """
            \uFEFFemail;name;country;zone;employer;expertise;languages;exams;visible
            ana@example.org;Ana Sá;PT;Europe/Lisbon;Câmara;networking, security;pt en;SAP-C01|SCS-C01;yes
            kim@example.org;김민수;KR;Asia/Seoul;;;;;no
            html@example.org;<b>Bold</b>;DE;Europe/Berlin;;;;SAP-C01;
            """;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = Rig.start();
        rig.get(LoadCatalogue.class).load();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void theDryRunSaysWhatWouldHappenAndWritesNothing() {
        Report report = tryOut(FILE);
        assertThat(report.problems()).isEmpty();
        assertThat(report.created()).isEqualTo(3);
        assertThat(report.lines()).extracting(ImportSmes.Line::number).containsExactly(2L, 3L, 4L);
        assertThat(smes()).isZero();
    }

    @Test
    void theImportWritesAllAndTheSameFileAgainChangesNothing() {
        run(FILE);
        assertThat(rig.rows("""
                        select concat_ws(' ', s.name, group_concat(x.code order by x.code)) from sme s
                        left join sme_exam q on q.sme_id = s.id left join exam x on x.id = q.exam_id
                        group by s.id, s.name, s.email order by s.email""")).isEqualTo(List.of("Ana Sá SAP-C01,SCS-C01", "<b>Bold</b> SAP-C01", "김민수"));
        List<?> before = rig.rows("select * from sme order by id");
        Report again = run(FILE);
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(again.writes()).isZero();
        assertThat(rig.rows("select * from sme order by id"))
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    @Test
    void aKnownAddressIsAnUpdateThatNamesItsColumnsAndKeepsThoseTheFileDoesNotHave() {
        run(FILE);
        String update = """
                email,name,country,zone,exams
                ana@example.org,Ana Sá Silva,PT,Europe/Lisbon,SAP-C01
                kim@example.org,김민수,KR,Asia/Seoul,
                new@example.org,New,FR,Europe/Paris,
                """;
        Report dryRun = tryOut(update);
        assertThat(dryRun.lines())
                .extracting(line -> line.action() + " " + line.changed())
                .containsExactly("CHANGED name, exams", "UNCHANGED ", "CREATED ");
        assertThat(run(update)).isEqualTo(dryRun);
        assertThat(rig.rows("select name, employer, visible_to_members from sme where email = 'ana@example.org'"))
                .singleElement()
                .isEqualTo(new Object[] {"Ana Sá Silva", "Câmara", true});
        assertThat(rig.count("""
                        select count(*) from sme_exam q join sme s on s.id = q.sme_id
                        where s.email = 'ana@example.org'""")).isEqualTo(1);
    }

    @Test
    void oneBadRowAmongGoodOnesAndNothingIsImported() {
        String file = FILE + "bad;;;;;;;;\n";
        Report report = tryOut(file);
        assertThat(report.problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactly("5 email", "5 name", "5 country", "5 zone");
        assertThatThrownBy(() -> run(file))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(new Text().of(refused))
                                .startsWith("Nothing was imported: 4 rows have a problem."));
        assertThat(smes()).isZero();
    }

    @Test
    void manyRowsTakeFewStatementsInTheDryRunAndAllArrive() {
        StringBuilder file = new StringBuilder("email,name,country,zone,exams\n");
        for (int i = 0; i < 1_200; i++) {
            file.append("p").append(i).append("@example.org,Person ").append(i).append(",PT,Europe/Lisbon,SAP-C01\n");
        }
        rig.statements().reset();
        assertThat(tryOut(file.toString()).created()).isEqualTo(1_200);
        assertThat(rig.statements().count()).as("three chunks").isLessThanOrEqualTo(8);
        run(file.toString());
        assertThat(smes()).isEqualTo(1_200);
        assertThat(rig.count("select count(*) from sme_exam")).isEqualTo(1_200);
        rig.statements().reset();
        assertThat(tryOut(file.toString()).unchanged()).isEqualTo(1_200);
        assertThat(rig.statements().count())
                .as("known ones do not cost one each")
                .isLessThanOrEqualTo(8);
    }

    @Test
    void theExportComesBackUnchangedAndHasNoFormula() {
        run(FILE);
        run("email,name,country,zone,employer\ncalc@example.org,=cmd|' /C calc'!A0,DE,Europe/Berlin,@SUM(1)\n");
        String file = rig.as(
                PM, () -> rig.get(ExportSmes.class).csv(SmeQueries.Filter.of(null, null, null, null, null, null)));
        assertThat(file)
                .startsWith("\uFEFF\"email\",\"name\"")
                .contains(",\"'=cmd|")
                .contains(",\"'@SUM(1)");
        Report report = tryOut(file);
        assertThat(report.problems()).isEmpty();
        assertThat(report.unchanged()).isEqualTo(4);
    }

    @Test
    void tenMegabytesAreReadOrRefusedButNeverHalf() {
        assertThatThrownBy(() ->
                        Upload.of("big.csv", (FILE + "x".repeat(SmeCsv.MOST_BYTES)).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
        assertThat(smes()).isZero();
    }

    private Report tryOut(String file) {
        return rig.as(PM, () -> rig.get(ImportSmes.class).tryOut(new Upload("people.csv", file)));
    }

    private Report run(String file) {
        return rig.as(PM, () -> rig.get(ImportSmes.class).run(new Upload("people.csv", file)));
    }

    private long smes() {
        return rig.count("select count(*) from sme");
    }
}
