package org.smeportal.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/** Good items of our own, in {@code items/*.json}: the linter has nothing to say about them, and the demo shows them. */
public final class CleanItems {
    public static final String HOST = "docs.example.org";
    private static final List<String> FILES = List.of("axs-c01", "clf-c01", "saa-c02", "sap-c01", "scs-c01");

    private CleanItems() {}

    /** An item, and the exam and domain it is for. */
    public record CleanItem(String exam, int domain, ItemText text) {}

    /** All of them, with references that were read on that day. */
    public static List<CleanItem> readOn(LocalDate day) {
        List<CleanItem> items = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = Objects.requireNonNull(
                            CleanItems.class.getResourceAsStream("/items/" + file + ".json"), file);
                    JsonReader reader = Json.createReader(in)) {
                reader.readArray().getValuesAs(JsonObject.class).forEach(item -> items.add(item(item, day)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return items;
    }

    private static CleanItem item(JsonObject item, LocalDate day) {
        List<ItemOption> options = new ArrayList<>();
        for (JsonObject option : item.getJsonArray("options").getValuesAs(JsonObject.class)) {
            options.add(new ItemOption(
                    "a" + (options.size() + 1),
                    option.getString("text"),
                    option.getBoolean("key"),
                    option.getString("rationale"),
                    option.getString("misconception", "")));
        }
        List<ItemReference> references = new ArrayList<>();
        for (JsonObject reference : item.getJsonArray("references").getValuesAs(JsonObject.class)) {
            references.add(new ItemReference(
                    "r" + (references.size() + 1),
                    reference.getString("title"),
                    reference.getString("url"),
                    reference.getString("quote"),
                    day));
        }
        ItemText text = new ItemText(item.getString("scenario"), item.getString("question"), options, references);
        return new CleanItem(item.getString("exam"), item.getInt("domain"), text);
    }
}
