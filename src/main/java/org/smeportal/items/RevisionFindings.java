package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.drafts.DraftFields;
import org.smeportal.linter.Finding;
import org.smeportal.linter.Level;
import org.smeportal.linter.Rule;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.wording.ItemBox;

/** What the linter said of revisions when they were handed in, with the reasons of waivers. */
@Repository
public class RevisionFindings {
    private final EntityManager entityManager;
    private final ItemBox box;

    @Inject
    RevisionFindings(EntityManager entityManager, ItemBox box) {
        this.entityManager = entityManager;
        this.box = box;
    }

    /** {@code waiver} is the author's reason. */
    public record Row(
            Rule rule, Level level, String field, @Nullable String waiver) {}

    static String context(UUID item, int revision, int place) {
        return "waiver:" + item + ":" + revision + ":" + place;
    }

    void add(Item item, long revision, List<Finding> findings, Map<String, String> fields) {
        List<Object[]> rows = new ArrayList<>();
        for (int place = 0; place < findings.size(); place++) {
            Finding finding = findings.get(place);
            String reason = SubmissionPolicy.waiver(finding, fields);
            String sealed =
                    reason.isEmpty() ? null : box.seal(context(item.publicId(), item.revision(), place), reason);
            @Nullable
            Object[] row = {
                revision,
                place,
                finding.rule().name(),
                finding.level().name(),
                finding.place().field(),
                sealed
            };
            rows.add(row);
        }
        Sql.insert(entityManager, "revision_finding (revision_id, place, rule, level, field, waiver)", rows);
    }

    /** The reasons by the fields of a draft that hold them. */
    Map<String, String> waivers(UUID item, int revision) {
        Map<String, String> waivers = new TreeMap<>();
        for (Row row : of(item, revision)) {
            if (row.waiver() != null) {
                waivers.put(DraftFields.waiver(row.rule(), row.field()), row.waiver());
            }
        }
        return waivers;
    }

    List<Row> of(UUID item, int revision) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select f.rule, f.level, f.field, f.waiver, f.place from revision_finding f
                                    join item_revision r on r.id = f.revision_id join item i on i.id = r.item_id
                                where i.public_id = ?1 and r.number = ?2 order by f.place""")
                        .setParameter(1, item.toString())
                        .setParameter(2, revision))
                .map(row -> new Row(
                        Rule.valueOf((String) row[0]),
                        Level.valueOf((String) row[1]),
                        (String) row[2],
                        row[3] == null
                                ? null
                                : box.open(context(item, revision, Sql.integer(row[4])), (String) row[3])))
                .toList();
    }
}
