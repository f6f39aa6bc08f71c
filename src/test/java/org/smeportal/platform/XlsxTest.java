package org.smeportal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Refused;

/** Workbooks: texts come back as they were, formulas never run, and what is no workbook is refused in a sentence. */
class XlsxTest {

    @Test
    void textsComeBackWithTheirLinesAndNoCellIsAFormula() {
        byte[] file =
                Xlsx.write("SMEs", List.of("a", "b"), List.of(Arrays.asList("=1+1", "é"), Arrays.asList(null, "x")));
        assertThat(Xlsx.isPacked(file)).isTrue();
        assertThat(Xlsx.read(file))
                .containsExactly(
                        new Csv.Line(1, List.of("a", "b")),
                        new Csv.Line(2, List.of("=1+1", "é")),
                        new Csv.Line(3, List.of("", "x")));
    }

    @Test
    void ofAFormulaTheSavedValueCountsAndNumbersAreWrittenPlainly() throws IOException {
        assertThat(Xlsx.read(workbook("""
                        <row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>
                        <row r="4"><c r="A4" t="str"><f>CONCAT("A","da")</f><v>Ada</v></c><c r="C4"><v>1200000.50</v></c>
                          <c r="D4" t="b"><v>1</v></c></row>""")))
                .containsExactly(
                        new Csv.Line(1, List.of("name")), new Csv.Line(4, List.of("Ada", "", "1200000.5", "1")));
    }

    @Test
    void aFormulaWithoutASavedValueIsRefusedByItsCell() throws IOException {
        byte[] file = workbook("<row r=\"1\"><c r=\"B1\"><f>WEBSERVICE(\"http://example.org\")</f></c></row>");
        assertThatThrownBy(() -> Xlsx.read(file))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(new Text().of(refused)).startsWith("Cell B1 is a formula"));
    }

    @Test
    void whatIsNoWorkbookOrABrokenOneIsRefused() throws IOException {
        byte[] whole = workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        for (byte[] file : List.of(
                new byte[] {'P', 'K', 3, 4, 0, 0},
                Arrays.copyOf(whole, whole.length / 2),
                zip(Map.of("readme.txt", "nothing".getBytes(StandardCharsets.UTF_8))),
                workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c>"),
                workbook(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&e;</v></c></row>"))) {
            assertThatThrownBy(() -> Xlsx.read(file))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.key()).isEqualTo("platform.refused.xlsx"));
        }
    }

    @Test
    void whatUnpacksToTooMuchOrIsTooWideIsRefusedBeforeItIsRead() throws IOException {
        Map<String, byte[]> parts = parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        parts.put("xl/media/zeros.bin", new byte[(int) Xlsx.MOST_UNPACKED]);
        byte[] bomb = zip(parts);
        assertThat(bomb.length).isLessThan(1024 * 1024);
        assertThatThrownBy(() -> Xlsx.read(bomb))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("platform.refused.xlsxTooLarge"));
        byte[] wide = workbook("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>");
        assertThatThrownBy(() -> Xlsx.read(wide))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("platform.refused.xlsxColumns"));
    }

    private static byte[] workbook(String rows) throws IOException {
        return zip(parts(rows));
    }

    private static Map<String, byte[]> parts(String rows) {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(parts, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                </Types>""");
        put(parts, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>""".formatted(office));
        put(parts, "xl/workbook.xml", """
                <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>""".formatted(main, office));
        put(parts, "xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""".formatted(office));
        put(parts, "xl/worksheets/sheet1.xml", """
                <worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>""".formatted(main, rows));
        return parts;
    }

    private static void put(Map<String, byte[]> parts, String name, String text) {
        parts.put(name, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file.toByteArray();
    }
}
