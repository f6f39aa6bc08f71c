package org.smeportal.checks;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.Unaudited;
import org.smeportal.items.ItemViews;
import org.smeportal.items.SealedTexts;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Duty;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.similarity.Enemies;
import org.smeportal.wording.ItemText;

/** Whoever has the duty reads an item while its check is open (R9.1); each time is in the access record. */
@UseCase
@Requires(Permission.CHECK_ITEMS)
@Unaudited("the access record is its trail")
public class ReadToCheck {
    private final CheckQueries queries;
    private final SealedTexts texts;
    private final Checklists checklists;
    private final Enemies enemies;
    private final ItemViews views;

    @Inject
    public ReadToCheck(
            CheckQueries queries, SealedTexts texts, Checklists checklists, Enemies enemies, ItemViews views) {
        this.queries = queries;
        this.texts = texts;
        this.checklists = checklists;
        this.enemies = enemies;
        this.views = views;
    }

    /** {@code before} is the former revision; {@code enemies} are codes, and none for whom they are no question. */
    public record Sheet(
            CheckQueries.Row item,
            ItemText text,
            @Nullable ItemText before,
            Checklists.Checklist checklist,
            List<String> enemies) {}

    /** Empty when there is no such item, when it is not theirs to check, and when the check is over: nobody learns which. */
    public Optional<Sheet> read(UUID item, Duty duty) {
        return queries.open(item, duty).map(this::sheet);
    }

    private Sheet sheet(CheckQueries.Row row) {
        Map<Integer, ItemText> both = texts.between(row.item(), row.revision() - 1, row.revision());
        ItemText text = both.getOrDefault(row.revision(), ItemText.EMPTY);
        views.record(row.id(), row.revision(), ItemViews.ViewKind.READ);
        return new Sheet(
                row,
                text,
                both.get(row.revision() - 1),
                checklists.of(row.duty()),
                row.duty() == Duty.FAIRNESS ? List.of() : enemies.codes(row.id()));
    }
}
