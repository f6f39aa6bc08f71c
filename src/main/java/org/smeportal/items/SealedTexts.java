package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.wording.ItemBox;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/**
 * The texts of revisions, each field sealed and bound to item, revision and field (R9.4), so that one that was put elsewhere
 * does not open. Written once, never changed. Whoever reads has asked {@link ReadItem} or is a part of it.
 */
@Repository
public class SealedTexts {
    private static final List<String> FIELDS =
            List.of("scenario", "question", "options", "answer_key", "rationales", "sources");

    private final EntityManager entityManager;
    private final ItemBox box;
    private final Clock clock;

    @Inject
    public SealedTexts(EntityManager entityManager, ItemBox box, Clock clock) {
        this.entityManager = entityManager;
        this.box = box;
        this.clock = clock;
    }

    static String context(UUID item, int revision, String field) {
        return "revision:" + item + ":" + revision + ":" + field;
    }

    /** Answers the id of the revision's row. */
    long add(Item item, ItemText text) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(item.id());
        row.add(item.revision());
        row.add(item.domain());
        row.add(item.task());
        row.add(Sql.parameter(clock.instant()));
        List<String> values = List.of(
                text.scenario(),
                text.question(),
                options(text),
                text.key().map(ItemOption::id).orElse(""),
                rationales(text),
                sources(text));
        for (int i = 0; i < FIELDS.size(); i++) {
            String context = context(item.publicId(), item.revision(), FIELDS.get(i));
            row.add(box.seal(context, values.get(i)));
        }
        Sql.insert(
                entityManager,
                "item_revision (item_id, number, domain, task, submitted_at, scenario, question, options, answer_key,"
                        + " rationales, sources)",
                List.<Object[]>of(row.toArray()));
        return Sql.number(entityManager
                .createNativeQuery("select id from item_revision where item_id = ?1 and number = ?2")
                .setParameter(1, item.id())
                .setParameter(2, item.revision())
                .getSingleResult());
    }

    /** Whether the last revision stands in the blueprint where the item stands now. */
    boolean isPlaced(Item item) {
        return Sql.number(entityManager
                        .createNativeQuery("""
                                select count(*) from item_revision r
                                where r.item_id = ?1 and r.number = ?2 and r.domain = ?3 and coalesce(r.task, 0) = ?4""")
                        .setParameter(1, item.id())
                        .setParameter(2, item.revision())
                        .setParameter(3, item.domain())
                        .setParameter(4, Objects.requireNonNullElse(item.task(), 0))
                        .getSingleResult())
                > 0;
    }

    /** What that revision says; empty when there is none of that number. */
    public Optional<ItemText> text(UUID item, int revision) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select r.scenario, r.question, r.options, r.answer_key, r.rationales, r.sources
                                from item_revision r join item i on i.id = r.item_id where i.public_id = ?1 and r.number = ?2""")
                        .setParameter(1, item.toString())
                        .setParameter(2, revision))
                .findFirst()
                .map(row -> open(item, revision, row));
    }

    /** What each of these revisions says, by its number; those that are not there are left out. */
    public Map<Integer, ItemText> between(UUID item, int first, int last) {
        Map<Integer, ItemText> texts = new TreeMap<>();
        Sql.rows(entityManager
                        .createNativeQuery("""
                                select r.scenario, r.question, r.options, r.answer_key, r.rationales, r.sources, r.number
                                from item_revision r join item i on i.id = r.item_id
                                where i.public_id = ?1 and r.number between ?2 and ?3""")
                        .setParameter(1, item.toString())
                        .setParameter(2, first)
                        .setParameter(3, last))
                .forEach(row -> texts.put(Sql.integer(row[6]), open(item, Sql.integer(row[6]), row)));
        return texts;
    }

    /** {@code row} has the six sealed fields in the order of the table. */
    public ItemText open(UUID item, int revision, Object[] row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            values.add(box.open(context(item, revision, FIELDS.get(i)), (String) row[i]));
        }
        JsonObject options = object(values.get(2));
        JsonObject rationales = object(values.get(4));
        List<ItemOption> all = new ArrayList<>();
        for (JsonValue value : options.getJsonArray("options")) {
            JsonObject option = value.asJsonObject();
            String id = option.getString("id");
            JsonObject why = rationales.getJsonObject(id);
            all.add(new ItemOption(
                    id,
                    option.getString("text"),
                    id.equals(values.get(3)),
                    why.getString("rationale"),
                    why.getString("misconception")));
        }
        return new ItemText(values.get(0), values.get(1), all, references(values.get(5)));
    }

    private static String options(ItemText text) {
        JsonArrayBuilder options = Json.createArrayBuilder();
        text.options()
                .forEach(option -> options.add(
                        Json.createObjectBuilder().add("id", option.id()).add("text", option.text())));
        return Json.createObjectBuilder().add("options", options).build().toString();
    }

    private static String rationales(ItemText text) {
        JsonObjectBuilder rationales = Json.createObjectBuilder();
        text.options()
                .forEach(option -> rationales.add(
                        option.id(),
                        Json.createObjectBuilder()
                                .add("rationale", option.rationale())
                                .add("misconception", option.misconception())));
        return rationales.build().toString();
    }

    private static String sources(ItemText text) {
        JsonArrayBuilder sources = Json.createArrayBuilder();
        for (ItemReference reference : text.references()) {
            LocalDate accessed = reference.accessed();
            sources.add(Json.createObjectBuilder()
                    .add("id", reference.id())
                    .add("title", reference.title())
                    .add("url", reference.url())
                    .add("quote", reference.quote())
                    .add("accessed", accessed == null ? "" : accessed.toString()));
        }
        return Json.createObjectBuilder().add("sources", sources).build().toString();
    }

    private static List<ItemReference> references(String json) {
        return object(json).getJsonArray("sources").stream()
                .map(JsonValue::asJsonObject)
                .map(source -> new ItemReference(
                        source.getString("id"),
                        source.getString("title"),
                        source.getString("url"),
                        source.getString("quote"),
                        source.getString("accessed").isEmpty() ? null : LocalDate.parse(source.getString("accessed"))))
                .toList();
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
