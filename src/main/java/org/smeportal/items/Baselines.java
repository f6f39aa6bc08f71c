package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.wording.ItemText;

/**
 * What the changes of an item in revision are measured against: the revision that a group voted on, or the one that last
 * failed a check or a later look.
 */
@Queries
public class Baselines {
    private final EntityManager entityManager;
    private final SealedTexts texts;
    private final OpenReplies replies;

    @Inject
    public Baselines(EntityManager entityManager, SealedTexts texts, OpenReplies replies) {
        this.entityManager = entityManager;
        this.texts = texts;
        this.replies = replies;
    }

    /** {@code byGroup} is whether a group voted on it, so that its comments are about this one. */
    public record Baseline(
            int revision,
            boolean byGroup,
            int domain,
            @Nullable Integer task,
            ItemText text) {}

    /** Of an item in revision; empty for every other, and for one that nobody ever judged. */
    public Optional<Baseline> of(UUID item) {
        return of(item, replies.of(item));
    }

    Optional<Baseline> of(OwnItems.Own item, OpenReplies.Asked asked) {
        return item.status() == ItemStatus.REVISION ? of(item.publicId(), asked) : Optional.empty();
    }

    private Optional<Baseline> of(UUID item, OpenReplies.Asked asked) {
        Integer voted = asked.revision();
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select r.scenario, r.question, r.options, r.answer_key, r.rationales, r.sources, r.number,
                                    m.id is null, r.domain, r.task
                                from item i left join item_move m on m.from_status <> 'IN_REVIEW' and m.id =
                                        (select max(b.id) from item_move b
                                            where b.item_id = i.id and b.to_status = 'REVISION')
                                    join item_revision r on r.item_id = i.id and r.number = coalesce(m.revision, ?2)
                                where i.public_id = ?1 and i.status = 'REVISION'""")
                        .setParameter(1, item.toString())
                        .setParameter(2, voted == null ? 0 : voted))
                .findFirst()
                .map(row -> new Baseline(
                        Sql.integer(row[6]),
                        Sql.truth(row[7]),
                        Sql.integer(row[8]),
                        Sql.optionalInteger(row[9]),
                        texts.open(item, Sql.integer(row[6]), row)));
    }
}
