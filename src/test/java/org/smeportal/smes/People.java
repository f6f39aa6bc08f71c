package org.smeportal.smes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Xlsx;

/** A list as somebody keeps it: five hundred people, twelve of them with a mistake, five pairs who are one person. */
public final class People {
    public static final int ALL = 500;
    public static final int PLANTED = 5;

    private static final List<String> HEADER =
            List.of("Nr", "First name", "Last name", "E-Mail", "Land", "Time zone", "Company", "Exams");
    private static final List<String> FIRST = List.of(
            "Ada",
            "Bruno",
            "Chiara",
            "Dalia",
            "Emre",
            "Farida",
            "Gustav",
            "Hana",
            "Ivo",
            "Jelena",
            "Karim",
            "Lotte",
            "Mirela",
            "Nuno",
            "Odile",
            "Pavel",
            "Quentin",
            "Rosalind",
            "Sinan",
            "Tereza",
            "Umut",
            "Vesna",
            "Wim");
    private static final List<String> LAST = List.of(
            "Abramov",
            "Bellini",
            "Cordova",
            "Dragomir",
            "Eklund",
            "Fontaine",
            "Grabowski",
            "Hofstetter",
            "Ilves",
            "Jankovic",
            "Kowalczyk",
            "Lindqvist",
            "Marchetti",
            "Novotny",
            "Okonkwo",
            "Petrosyan",
            "Quispe",
            "Rasmussen",
            "Szabo",
            "Takahashi",
            "Ulrich",
            "Vandenberg");

    /** Index of the person to the column and the value that is wrong there. */
    private static final Map<Integer, Map.Entry<Integer, String>> MISTAKES = Map.ofEntries(
            Map.entry(10, Map.entry(3, "nobody")),
            Map.entry(50, Map.entry(3, "")),
            Map.entry(90, Map.entry(3, "two@@example.org")),
            Map.entry(130, Map.entry(4, "Atlantis")),
            Map.entry(170, Map.entry(4, "")),
            Map.entry(210, Map.entry(5, "Mars/Base")),
            Map.entry(250, Map.entry(7, "ZZZ-C99")),
            Map.entry(290, Map.entry(2, "x".repeat(130))),
            Map.entry(330, Map.entry(6, "y".repeat(121))),
            Map.entry(370, Map.entry(3, "p0@example.org")),
            Map.entry(410, Map.entry(3, "P1@EXAMPLE.org")),
            Map.entry(450, Map.entry(3, "näme@example.org")));

    /** In a file that begins with the header. A row without a country names no zone either, which is one problem more. */
    public static final List<Long> BAD_LINES =
            MISTAKES.keySet().stream().sorted().map(index -> index + 2L).toList();

    private People() {}

    public static byte[] csv() {
        return IntStream.range(-1, ALL)
                .mapToObj(at -> at < 0 ? HEADER : row(at))
                .map(row -> String.join(";", row))
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] workbook() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        IntStream.range(0, ALL).forEach(at -> rows.add(new ArrayList<>(row(at))));
        return Xlsx.write("People", HEADER, rows);
    }

    private static List<String> row(int at) {
        List<String> row = new ArrayList<>(List.of(
                String.valueOf(at + 1),
                FIRST.get(at % FIRST.size()),
                LAST.get(at % LAST.size()),
                "p" + at + "@example.org",
                at % 3 == 0 ? "Germany" : at % 3 == 1 ? "Polska" : "JP",
                at % 3 == 0 ? "Europe/Berlin" : at % 3 == 1 ? "Europe/Warsaw" : "Asia/Tokyo",
                "Company " + at % 40,
                at % 4 == 0 ? "SAP-C01" : ""));
        planted(at).forEach(row::set);
        Map.Entry<Integer, String> mistake = MISTAKES.get(at);
        if (mistake != null) {
            row.set(mistake.getKey(), mistake.getValue());
        }
        return row;
    }

    /** Both halves of each pair, by column. */
    private static Map<Integer, String> planted(int at) {
        return switch (at) {
            case 21 -> Map.of(1, "Jörg", 2, "Müller", 3, "joerg.mueller@example.org");
            case 321 -> Map.of(1, "Joerg", 2, "Mueller", 3, "jm@example.net");
            case 22 -> Map.of(1, "Noor", 2, "Haddad", 3, "noor@example.org", 4, "DE", 5, "Europe/Berlin");
            case 222 -> Map.of(1, "Haddad", 2, "Noor", 3, "h.noor@example.org", 4, "DE", 5, "Europe/Berlin");
            case 24 -> Map.of(1, "Xenia", 2, "Papadaki", 3, "xenia.papadaki@example.org");
            case 400 -> Map.of(1, "X.", 2, "Papadaki-Roth", 3, "xenia.papadaki+exams@example.org");
            case 27 -> Map.of(1, "Yusuf", 2, "Demirel", 3, "yusufdemirel@example.org");
            case 428 -> Map.of(1, "Y", 2, "D", 3, "yusuf.demirel@example.com");
            case 30 -> Map.of(1, "Zbigniew", 2, "Wojciechowski", 3, "zw@example.org");
            case 333 -> Map.of(1, "Zbigniew", 2, "Wojciechowsky", 3, "zbig@example.com");
            default -> Map.of();
        };
    }
}
