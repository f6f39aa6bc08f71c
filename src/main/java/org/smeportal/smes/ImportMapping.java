package org.smeportal.smes;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;

/** Which column of a file is what; columns that are nothing are left out. */
public record ImportMapping(Map<ImportField, Integer> columns) {

    public ImportMapping {
        columns = Map.copyOf(columns);
    }

    /** By the names of the columns; of two that mean the same the first one counts, and a whole name before its parts. */
    static ImportMapping propose(List<String> header) {
        Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
        for (int at = 0; at < header.size(); at++) {
            int column = at;
            ImportField.named(header.get(at)).ifPresent(field -> columns.putIfAbsent(field, column));
        }
        if (columns.containsKey(ImportField.NAME) && columns.containsKey(ImportField.FIRST_NAME)) {
            // beside a first name, "name" is the family's
            if (columns.containsKey(ImportField.LAST_NAME)) {
                columns.remove(ImportField.FIRST_NAME);
                columns.remove(ImportField.LAST_NAME);
            } else {
                columns.put(ImportField.LAST_NAME, columns.remove(ImportField.NAME));
            }
        }
        return new ImportMapping(columns);
    }

    /** As somebody chose it: for each column of the file the name of a field, or nothing. */
    static ImportMapping of(List<String> chosen) {
        Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
        for (int at = 0; at < chosen.size(); at++) {
            ImportField field = Words.constant(ImportField.class, chosen.get(at));
            if (field != null && columns.putIfAbsent(field, at) != null) {
                throw new Refused("smes.refused.mapTwice", field);
            }
        }
        if (columns.containsKey(ImportField.NAME)
                && (columns.containsKey(ImportField.FIRST_NAME) || columns.containsKey(ImportField.LAST_NAME))) {
            throw new Refused("smes.refused.mapNames");
        }
        return new ImportMapping(columns);
    }

    /** What cannot be imported without it and no column is, as the key of a sentence; null when all is there. */
    @Nullable
    String missing() {
        return !has(ImportField.EMAIL)
                ? "smes.refused.mapEmail"
                : !has(ImportField.NAME) && !has(ImportField.FIRST_NAME) && !has(ImportField.LAST_NAME)
                        ? "smes.refused.mapName"
                        : !has(ImportField.COUNTRY) ? "smes.refused.mapCountry" : null;
    }

    void mustBeComplete() {
        String missing = missing();
        if (missing != null) {
            throw new Refused(missing);
        }
    }

    boolean has(ImportField field) {
        return columns.containsKey(field);
    }

    public Optional<ImportField> at(int column) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
