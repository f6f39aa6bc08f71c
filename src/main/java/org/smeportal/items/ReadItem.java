package org.smeportal.items;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.Unaudited;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.ItemText;

/**
 * A programme manager of the exam reads what was handed in; each time is in the access record (R9.1, R9.3). Drafts are not
 * found here.
 */
@UseCase
@Requires(Permission.MANAGE_ITEMS)
@Unaudited("the access record is its trail")
public class ReadItem {
    private final ManagedItems items;
    private final SealedTexts texts;
    private final RevisionFindings findings;
    private final RevisionComments comments;
    private final ItemViews views;

    @Inject
    public ReadItem(
            ManagedItems items,
            SealedTexts texts,
            RevisionFindings findings,
            RevisionComments comments,
            ItemViews views) {
        this.items = items;
        this.texts = texts;
        this.findings = findings;
        this.comments = comments;
        this.views = views;
    }

    /** {@code before} is the revision that it is compared with; null for the first. */
    public record Reading(
            UUID publicId,
            int revision,
            ItemText text,
            @Nullable ItemText before,
            List<RevisionFindings.Row> findings,
            List<ItemComment> comments) {}

    /** {@code revision} null reads the last one. */
    public Reading read(UUID publicId, @Nullable Integer revision, ItemViews.ViewKind kind) {
        Item item = items.handedIn(publicId);
        int number = revision == null ? item.revision() : revision;
        Map<Integer, ItemText> both = texts.between(publicId, number - 1, number);
        ItemText text = both.get(number);
        if (text == null) {
            throw new NotFound();
        }
        views.record(item.id(), number, kind);
        return new Reading(
                publicId, number, text, both.get(number - 1), findings.of(publicId, number), comments.of(publicId));
    }
}
