package org.smeportal.items;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.Unaudited;
import org.smeportal.drafts.DraftFields;
import org.smeportal.drafts.Drafts;
import org.smeportal.drafts.Typed;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** What the desk sends while an author writes, and what the history of a draft gives back. */
@UseCase
@Requires(Permission.WRITE_ITEMS)
@Unaudited("every two seconds an entry, and it would name the author")
public class SaveDraft {
    private final OwnItems own;
    private final Items items;
    private final Drafts drafts;
    private final Blueprint blueprint;
    private final ItemViews views;

    @Inject
    public SaveDraft(OwnItems own, Items items, Drafts drafts, Blueprint blueprint, ItemViews views) {
        this.own = own;
        this.items = items;
        this.drafts = drafts;
        this.blueprint = blueprint;
        this.views = views;
    }

    /**
     * {@code writer} is the device, {@code known} the last change that it knew: one that knew less is answered with what it
     * did not type itself, which is in the access record. Fields that do not exist are refused as a whole, because no desk
     * sends them.
     */
    public Drafts.Saved save(UUID publicId, String writer, int known, List<Typed> typed) {
        OwnItems.Own item = own.writable(publicId);
        if (!writer.matches("[A-Za-z0-9_-]{22}") || typed.stream().anyMatch(one -> !DraftFields.isField(one.field()))) {
            throw new Refused("items.refused.noField");
        }
        boolean moves = typed.stream()
                .anyMatch(one ->
                        one.field().equals(DraftFields.DOMAIN) || one.field().equals(DraftFields.TASK));
        Item locked = moves ? items.locked(publicId) : null;
        Drafts.Saved saved = drafts.save(item.draft(), writer, typed);
        if (locked != null) {
            place(locked, saved.content().values());
        }
        if (saved.before() != known) {
            views.record(item.id(), item.revision(), item.viewed());
        }
        return saved;
    }

    /** Takes a former state of the draft back; what stood until now becomes a state itself. */
    public void restore(UUID publicId, int state) {
        OwnItems.Own item = own.writable(publicId);
        Item locked = items.locked(publicId);
        drafts.restore(item.draft(), state);
        place(locked, drafts.content(item.draft()).values());
    }

    /** The item stands in the blueprint where its draft says, as far as the blueprint has that place. */
    private void place(Item item, Map<String, String> values) {
        Integer domain = number(values.get(DraftFields.DOMAIN));
        Integer task = number(values.get(DraftFields.TASK));
        Blueprint.Domain found = blueprint.domain(item.examId(), domain).orElse(null);
        item.place(found == null ? null : domain, found != null && task != null && found.hasTask(task) ? task : null);
    }

    private static @Nullable Integer number(@Nullable String value) {
        return value != null && value.matches("\\d{1,3}") ? Integer.valueOf(value) : null;
    }
}
