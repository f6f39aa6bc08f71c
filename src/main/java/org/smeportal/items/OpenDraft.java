package org.smeportal.items;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.Unaudited;
import org.smeportal.drafts.Drafts;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.ItemText;

/** The author reads a draft of their own: at the desk with the key of the browser's journal, or one of its former states. */
@UseCase
@Requires(Permission.WRITE_ITEMS)
@Unaudited("the access record holds it, and an entry would name the author")
public class OpenDraft {
    private final OwnItems items;
    private final Drafts drafts;
    private final SealedTexts texts;
    private final ItemViews views;
    private final OpenReplies replies;
    private final Baselines baselines;
    private final Clock clock;

    @Inject
    public OpenDraft(
            OwnItems items,
            Drafts drafts,
            SealedTexts texts,
            ItemViews views,
            OpenReplies replies,
            Baselines baselines,
            Clock clock) {
        this.items = items;
        this.drafts = drafts;
        this.texts = texts;
        this.views = views;
        this.replies = replies;
        this.baselines = baselines;
        this.clock = clock;
    }

    /** {@code journalKey} is empty when the time of writing is over: then nothing new is kept in the browser. */
    public record Desk(OwnItems.Own item, Drafts.Content content, byte[] journalKey) {
        public Desk {
            journalKey = journalKey.clone();
        }

        public boolean isWritable() {
            return journalKey.length > 0;
        }
    }

    public Desk open(UUID publicId) {
        OwnItems.Own item = draft(publicId);
        Drafts.Content content = drafts.content(item.draft());
        views.record(item.id(), item.revision(), item.viewed());
        boolean writable = item.mayWrite(clock.instant());
        return new Desk(item, content, writable ? drafts.journalKey(item.draft()) : new byte[0]);
    }

    /**
     * A draft that is looked at before it is handed in; {@code before} is what revision {@code since} says: the {@code baseline}
     * of an item in revision, else the last one; null for the first time.
     */
    public record Final(
            Desk desk,
            @Nullable ItemText before,
            int since,
            OpenReplies.Asked asked,
            Baselines.@Nullable Baseline baseline) {}

    public Final last(UUID publicId) {
        Desk desk = open(publicId);
        OpenReplies.Asked asked = replies.of(publicId);
        Baselines.Baseline baseline = baselines.of(desk.item(), asked).orElse(null);
        if (baseline != null) {
            return new Final(desk, baseline.text(), baseline.revision(), asked, baseline);
        }
        int since = desk.item().revision();
        return new Final(desk, texts.text(publicId, since).orElse(null), since, asked, null);
    }

    public record History(OwnItems.Own item, List<Drafts.StateRow> states) {}

    /** Which states there are, without their texts. */
    public History history(UUID publicId) {
        OwnItems.Own item = draft(publicId);
        return new History(item, drafts.states(item.draft()));
    }

    public record State(OwnItems.Own item, Drafts.Content now, Map<String, String> then) {}

    public State state(UUID publicId, int number) {
        OwnItems.Own item = draft(publicId);
        Map<String, String> then = drafts.state(item.draft(), number);
        views.record(item.id(), item.revision(), item.viewed());
        return new State(item, drafts.content(item.draft()), then);
    }

    private OwnItems.Own draft(UUID publicId) {
        OwnItems.Own item = items.one(publicId);
        if (!item.isDraft()) {
            throw new NotFound();
        }
        return item;
    }
}
