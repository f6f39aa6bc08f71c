package org.smeportal.reviews;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.wording.FieldMap;
import org.smeportal.wording.ItemBox;
import org.smeportal.wording.ItemText;

/** The texts that groups are changing on the screen; an edition counts each change of one. */
@Repository
class GroupEdits {
    private final EntityManager entityManager;
    private final ItemBox box;

    @Inject
    GroupEdits(EntityManager entityManager, ItemBox box) {
        this.entityManager = entityManager;
        this.box = box;
    }

    record Edit(int edition, ItemText text) {}

    private static String context(UUID entry) {
        return "review-edit:" + entry;
    }

    Optional<Edit> of(long entryId, UUID entry) {
        return Sql.rows(entityManager
                        .createNativeQuery("select edition, text from review_edit where entry_id = ?1")
                        .setParameter(1, entryId))
                .findFirst()
                .map(row -> new Edit(Sql.integer(row[0]), text(box.open(context(entry), (String) row[1]))));
    }

    /** {@code edition} is the one that was changed; 0 for the text that was voted on. */
    void put(ReviewEntry entry, int edition, ItemText text) {
        int present = of(entry.id(), entry.publicId()).map(Edit::edition).orElse(0);
        if (present != edition) {
            throw new Refused("reviews.refused.edition");
        }
        entityManager
                .createNativeQuery("""
                        insert into review_edit (entry_id, edition, text) values (?1, ?2, ?3)
                        on duplicate key update edition = ?2, text = ?3""")
                .setParameter(1, entry.id())
                .setParameter(2, edition + 1)
                .setParameter(3, box.seal(context(entry.publicId()), json(text)))
                .executeUpdate();
    }

    void drop(ReviewEntry entry) {
        entityManager
                .createNativeQuery("delete from review_edit where entry_id = ?1")
                .setParameter(1, entry.id())
                .executeUpdate();
    }

    private static String json(ItemText text) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        FieldMap.fields(text).forEach(json::add);
        return json.build().toString();
    }

    private static ItemText text(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Map<String, String> fields = new HashMap<>();
            object.forEach((name, value) -> fields.put(name, ((JsonString) value).getString()));
            return FieldMap.text(fields);
        }
    }
}
