package org.smeportal.items;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.Unaudited;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.ItemText;

/** The author reads what they handed in, as long as the talk about it goes on; afterwards code, state and lesson (R9.1). */
@UseCase
@Requires(Permission.WRITE_ITEMS)
@Unaudited("the access record holds it, and an entry would name the author")
public class ReadOwnItem {
    private final OwnItems items;
    private final SealedTexts texts;
    private final RevisionComments comments;
    private final EditorialDecisions editorials;
    private final ItemViews views;
    private final Clock clock;

    @Inject
    public ReadOwnItem(
            OwnItems items,
            SealedTexts texts,
            RevisionComments comments,
            EditorialDecisions editorials,
            ItemViews views,
            Clock clock) {
        this.items = items;
        this.texts = texts;
        this.comments = comments;
        this.editorials = editorials;
        this.views = views;
        this.clock = clock;
    }

    /**
     * {@code text} is null once it is closed to the author, or while nothing was handed in; {@code editorial} is what a second
     * person found of the last revision, null when nobody was asked or has decided yet.
     */
    public record Reading(
            OwnItems.Own item,
            @Nullable ItemText text,
            List<ItemComment> comments,
            @Nullable EditorialOutcome editorial) {}

    public Reading read(UUID publicId) {
        OwnItems.Own item = items.one(publicId);
        boolean open = item.revision() > 0 && item.mayRead(clock.instant());
        if (open) {
            views.record(item.id(), item.revision(), item.viewed());
        }
        return new Reading(
                item,
                open ? texts.text(publicId, item.revision()).orElse(null) : null,
                comments.of(publicId),
                editorials.of(item.id(), item.revision()).orElse(null));
    }
}
