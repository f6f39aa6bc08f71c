package org.smeportal.smes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.exams.LoadCatalogue;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Text;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.smes.ImportSmes.Plan;
import org.smeportal.smes.ImportSmes.Report;
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

    private static Rig rig;

    @BeforeAll
    static void begin() {
        rig = Rig.start();
        rig.get(LoadCatalogue.class).load();
    }

    @BeforeEach
    void withoutSmes() {
        rig.update("delete from sme_exam");
        rig.update("delete from sme");
    }

    @AfterAll
    static void stop() {
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
                                .startsWith(
                                        "Nothing was imported: one row has a problem, and none was to be left out."));
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
        String file = new String(export(null, ExportSmes.Format.CSV), StandardCharsets.UTF_8);
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
        assertThatThrownBy(() -> ImportTable.of(
                        "big.csv", (FILE + "x".repeat(ImportTable.MOST_BYTES)).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
        assertThat(smes()).isZero();
    }

    @Test
    void fiveHundredPeopleWithTwelveBadRowsAreListedAndTheGoodOnesComeInOnlyOnPurpose() {
        for (boolean workbook : new boolean[] {false, true}) {
            withoutSmes();
            Plan plan = Plan.of(ImportTable.of("people", workbook ? People.workbook() : People.csv()));
            Report report = tryOut(plan);
            assertThat(report.badRows()).isEqualTo(12);
            assertThat(report.goodRows()).isEqualTo(488);
            assertThat(report.problems())
                    .extracting(ImportSmes.Problem::line)
                    .containsExactlyElementsOf(People.BAD_LINES);
            assertThat(report.problems()).allSatisfy(problem -> {
                assertThat(problem.column()).isNotEmpty();
                assertThat(problem.reason()).isNotEmpty();
            });
            assertThatThrownBy(() -> run(plan)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> run(new Plan(plan.table(), plan.mapping(), 11)))
                    .as("another number than was seen")
                    .isInstanceOf(Refused.class);
            assertThat(smes()).as("nothing by halves").isZero();
            Plan without = new Plan(plan.table(), plan.mapping(), 12);
            assertThat(run(without).created()).isEqualTo(488);
            assertThat(smes()).isEqualTo(488);
            assertThat(run(without).writes()).as("the same again").isZero();
            assertThat(rig.count("select count(*) from sme where email <> lower(email)"))
                    .isZero();
        }
    }

    @Test
    void theBadRowsComeBackAsAFileWithLineAndReasonToBeMended() {
        Plan plan = Plan.of(ImportTable.of("people.csv", People.csv()));
        String file = rig.as(PM, () -> rig.get(ImportSmes.class).badRows(plan));
        ImportTable bad = ImportTable.text("bad.csv", file);
        assertThat(bad.rows()).hasSize(12);
        assertThat(bad.header()).endsWith("line", "reason");
        assertThat(bad.rows().get(0).fields())
                .contains(String.valueOf(People.BAD_LINES.get(0)))
                .last()
                .asString()
                .startsWith("E-Mail: “nobody” is not an e-mail address.");
        assertThat(tryOut(Plan.of(bad)).badRows())
                .as("its added columns do not disturb, and two repeat nobody by themselves")
                .isEqualTo(10);
    }

    @Test
    void repeatedRowsOfAFileAreFoundWhateverTheCapitalsAndAPlusIsAnotherAddress() {
        Report report = tryOut("""
                email,name,country
                Ana@Example.org,Ana,DE
                ana+work@example.org,Ana,DE
                ANA@EXAMPLE.ORG,Ana,DE
                """);
        assertThat(report.goodRows()).isEqualTo(2);
        assertThat(report.problems())
                .extracting(problem -> problem.line() + " " + problem.value() + ": " + problem.reason())
                .containsExactly(
                        "4 ANA@EXAMPLE.ORG: ana@example.org is in line 2 already. One e-mail address is one SME.");
    }

    @Test
    void theWorkbookHasTheChosenColumnsAndComesBackWithoutOneFormula() {
        run("email,name,country,employer\ncalc@example.org,=1+1,DE,@SUM(1)\n");
        byte[] file =
                export(Set.of(SmeColumn.COUNTRY, SmeColumn.EMPLOYER, SmeColumn.THIS_YEAR), ExportSmes.Format.XLSX);
        ImportTable table = ImportTable.of("smes.xlsx", file);
        assertThat(table.header()).containsExactly("email", "name", "country", "employer", "this_year");
        assertThat(table.rows().get(0).fields()).containsExactly("calc@example.org", "=1+1", "DE", "@SUM(1)", "0");
        Report report = tryOut(Plan.of(table));
        assertThat(report.problems()).isEmpty();
        assertThat(report.unchanged()).isEqualTo(1);
    }

    private byte[] export(@Nullable Set<SmeColumn> columns, ExportSmes.Format format) {
        return rig.as(
                PM,
                () -> rig.get(ExportSmes.class)
                        .file(new ExportSmes.Wanted(
                                SmeQueries.Filter.of(null, null, null, null, null, null), List.of(), columns, format)));
    }

    private Report tryOut(String file) {
        return tryOut(Plan.of(ImportTable.text("people.csv", file)));
    }

    private Report tryOut(Plan plan) {
        return rig.as(PM, () -> rig.get(ImportSmes.class).tryOut(plan));
    }

    private Report run(String file) {
        return run(Plan.of(ImportTable.text("people.csv", file)));
    }

    private Report run(Plan plan) {
        return rig.as(PM, () -> rig.get(ImportSmes.class).run(plan));
    }

    private long smes() {
        return rig.count("select count(*) from sme");
    }
}
