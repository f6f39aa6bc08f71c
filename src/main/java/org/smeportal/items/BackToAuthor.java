package org.smeportal.items;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smeportal.drafts.DraftFields;
import org.smeportal.drafts.Drafts;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;
import org.smeportal.wording.FieldMap;

/** What comes back to an author with a reason: the item itself, to go on with, or that it ended. */
@Repository
class BackToAuthor {
    private final Items items;
    private final SealedTexts texts;
    private final RevisionFindings findings;
    private final RevisionComments comments;
    private final Drafts drafts;
    private final AuthorMails author;
    private final ProgrammeSettings settings;
    private final Clock clock;

    @Inject
    BackToAuthor(
            Items items,
            SealedTexts texts,
            RevisionFindings findings,
            RevisionComments comments,
            Drafts drafts,
            AuthorMails author,
            ProgrammeSettings settings,
            Clock clock) {
        this.items = items;
        this.texts = texts;
        this.findings = findings;
        this.comments = comments;
        this.drafts = drafts;
        this.author = author;
        this.settings = settings;
        this.clock = clock;
    }

    /** The author goes on where the last revision stands, and has some days for it. */
    void give(Item item, ItemAct act, String reason) {
        comments.add(item, CommentKind.RETURN, reason);
        items.move(item, act);
        Instant until = clock.instant().plus(Duration.ofDays(settings.of(ProgrammeSetting.RETURN_DAYS)));
        item.extend(until);
        draft(item);
        author.returned(item);
    }

    /** What the last revision says is a draft again. */
    void draft(Item item) {
        Map<String, String> fields = new HashMap<>(
                FieldMap.fields(texts.text(item.publicId(), item.revision()).orElseThrow(NotFound::new)));
        fields.putAll(findings.waivers(item.publicId(), item.revision()));
        put(fields, DraftFields.DOMAIN, item.domain());
        put(fields, DraftFields.TASK, item.task());
        drafts.begin(item.draft(), fields);
    }

    void end(Item item, ItemAct act, String reason) {
        comments.add(item, CommentKind.REJECTION, reason);
        items.move(item, act);
        author.ended(item);
    }

    private static void put(Map<String, String> fields, String field, @Nullable Integer value) {
        if (value != null) {
            fields.put(field, value.toString());
        }
    }
}
