package org.smeportal.privacy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file of an export; its shape is described with the package. */
final class OwnDataFile {
    static final String FORMAT = "sme-portal/own-data/1";

    private OwnDataFile() {}

    static String json(List<OwnDataQueries.Section> sections, Instant madeAt) {
        JsonObjectBuilder all = Json.createObjectBuilder();
        for (OwnDataQueries.Section section : sections) {
            JsonObjectBuilder parts = Json.createObjectBuilder();
            section.parts().forEach(part -> parts.add(part.name(), value(part)));
            all.add(section.name(), parts);
        }
        JsonObject file = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("madeAt", madeAt.toString())
                .add("sections", all)
                .build();
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(file);
        }
        return text.toString().strip();
    }

    private static JsonValue value(Part part) {
        if (part.shape() == Part.Shape.FACTS) {
            return part.rows().isEmpty()
                    ? JsonValue.NULL
                    : row(part, part.rows().get(0));
        }
        var rows = Json.createArrayBuilder();
        part.rows().forEach(row -> rows.add(row(part, row)));
        return rows.build();
    }

    private static JsonObject row(Part part, List<@Nullable Object> row) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (int i = 0; i < row.size(); i++) {
            json.add(part.columns().get(i), value(row.get(i)));
        }
        return json.build();
    }

    private static JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Number number) {
            return Json.createValue(number.longValue());
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return Json.createValue(value instanceof Part.Code code ? code.value() : value.toString());
    }
}
