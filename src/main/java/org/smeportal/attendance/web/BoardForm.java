package org.smeportal.attendance.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.smeportal.attendance.AttendanceResult;
import org.smeportal.attendance.Board;
import org.smeportal.attendance.CloseAttendance;
import org.smeportal.attendance.Presence;
import org.smeportal.attendance.RecordAttendance;
import org.smeportal.kernel.Refused;

/**
 * What is ticked on the board: {@code present} and {@code excused} with what the page had shown when it was made
 * ({@code seen}, the last entry of the ledger then, and {@code foreseen}, what the bar had said).
 */
record BoardForm(
        Set<String> present,
        Set<String> excused,
        long seen,
        String foreseen,
        Map<String, CloseAttendance.Overrule> overrules) {

    static BoardForm of(Board board) {
        Set<String> present = new HashSet<>();
        Set<String> excused = new HashSet<>();
        for (Board.Row row : board.rows()) {
            if (row.excused()) {
                excused.add(row.sme().toString());
            }
            row.cells().stream().filter(Board.Cell::present).forEach(cell -> present.add(key(row, cell)));
        }
        return new BoardForm(present, excused, board.newest(), "", Map.of());
    }

    static BoardForm posted(Board board) {
        Map<String, CloseAttendance.Overrule> overrules = new LinkedHashMap<>();
        for (Board.Row row : board.rows()) {
            AttendanceResult wanted = result(Faces.getRequestParameter("overrule." + row.sme()));
            if (wanted != null) {
                String reason = Faces.getRequestParameter("reason." + row.sme());
                overrules.put(
                        row.sme().toString(),
                        new CloseAttendance.Overrule(row.sme(), wanted, reason == null ? "" : reason));
            }
        }
        String foreseen = Faces.getRequestParameter("foreseen");
        return new BoardForm(all("present"), all("excused"), seenNumber(), foreseen == null ? "" : foreseen, overrules);
    }

    /** The same overrules on what is stored now. */
    BoardForm storedAs(Board board) {
        BoardForm stored = of(board);
        return new BoardForm(stored.present, stored.excused, stored.seen, foreseen, overrules);
    }

    /** Only what differs from what the page had shown, so that ticks of somebody else stay. */
    List<RecordAttendance.Mark> changes(Board shown) {
        BoardForm before = of(shown);
        List<RecordAttendance.Mark> marks = new ArrayList<>();
        for (Board.Row row : shown.rows()) {
            String sme = row.sme().toString();
            boolean sameExcuse = before.excused.contains(sme) == excused.contains(sme);
            for (Board.Cell cell : row.cells()) {
                String key = key(row, cell);
                if (sameExcuse && before.present.contains(key) == present.contains(key)) {
                    continue;
                }
                Presence presence = present.contains(key)
                        ? Presence.PRESENT
                        : excused.contains(sme) ? Presence.EXCUSED : Presence.ABSENT;
                boolean nothingNew = (presence == Presence.PRESENT && cell.present())
                        || (presence == Presence.EXCUSED && cell.excused())
                        || (presence == Presence.ABSENT && cell.result() == null);
                if (!nothingNew) {
                    marks.add(new RecordAttendance.Mark(row.sme(), cell.session(), presence, null));
                }
            }
        }
        return marks;
    }

    /** Asked before anything is saved, so that nothing typed is taken for kept when it is not. */
    void mustHaveReasons(Board board) {
        for (Board.Row row : board.rows()) {
            CloseAttendance.Overrule overrule = overrule(row.sme());
            if (overrule != null && overrule.reason().isBlank()) {
                throw new Refused("attendance.refused.noReason", row.name());
            }
        }
    }

    /** Who was ticked as excused, and as present in every session: then presence is what was kept. */
    String presentThoughExcused(Board stored) {
        return stored.rows().stream()
                .filter(row -> excused.contains(row.sme().toString()) && !row.excused())
                .map(Board.Row::name)
                .collect(Collectors.joining(", "));
    }

    AttendanceResult outcome(Board.Row row) {
        CloseAttendance.Overrule overrule = overrules.get(row.sme().toString());
        return overrule == null ? row.result() : overrule.result();
    }

    CloseAttendance.@Nullable Overrule overrule(UUID sme) {
        return overrules.get(sme.toString());
    }

    static String key(Board.Row row, Board.Cell cell) {
        return row.sme() + ":" + cell.session();
    }

    private static Set<String> all(String name) {
        String[] values = Faces.getRequestParameterValues(name);
        return values == null ? Set.of() : new HashSet<>(Arrays.asList(values));
    }

    private static long seenNumber() {
        String seen = Faces.getRequestParameter("seen");
        return seen != null && seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0;
    }

    private static @Nullable AttendanceResult result(@Nullable String name) {
        return Arrays.stream(AttendanceResult.values())
                .filter(result -> result.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
