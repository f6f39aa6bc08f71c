package org.smeportal.items;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.drafts.DraftFields;
import org.smeportal.drafts.Drafts;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.FieldMap;

/** A programme manager gives an item back to its author, or ends one that asks what another asks. */
@UseCase
@Requires(Permission.MANAGE_ITEMS)
public class JudgeSubmission {
    static final int LONGEST_REASON = 2000;

    private final ManagedItems items;
    private final Items all;
    private final SealedTexts texts;
    private final RevisionComments comments;
    private final RevisionFindings findings;
    private final Drafts drafts;
    private final AuthorMails author;
    private final ProgrammeSettings settings;
    private final Clock clock;

    @Inject
    public JudgeSubmission(
            ManagedItems items,
            Items all,
            SealedTexts texts,
            RevisionComments comments,
            RevisionFindings findings,
            Drafts drafts,
            AuthorMails author,
            ProgrammeSettings settings,
            Clock clock) {
        this.items = items;
        this.all = all;
        this.texts = texts;
        this.comments = comments;
        this.findings = findings;
        this.drafts = drafts;
        this.author = author;
        this.settings = settings;
        this.clock = clock;
    }

    /** {@code revision} is the one that was read; {@code reason} is for the author, and no part of the trail. */
    public record Judgement(
            UUID item, int revision, @Nullable String reason) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "item:" + item;
        }

        @Override
        public @Nullable String auditDetail() {
            return null;
        }
    }

    /** The author goes on where the revision stands, and has some days for it. */
    public void giveBack(Judgement judgement) {
        Item item = judged(judgement, CommentKind.RETURN);
        all.move(item, ItemAct.RETURN);
        Instant until = clock.instant().plus(Duration.ofDays(settings.of(ProgrammeSetting.RETURN_DAYS)));
        item.extend(until);
        Map<String, String> fields = new HashMap<>(
                FieldMap.fields(texts.text(item.publicId(), item.revision()).orElseThrow(NotFound::new)));
        fields.putAll(findings.waivers(item.publicId(), item.revision()));
        put(fields, DraftFields.DOMAIN, item.domain());
        put(fields, DraftFields.TASK, item.task());
        drafts.begin(item.draft(), fields);
        author.returned(item);
    }

    public void duplicate(Judgement judgement) {
        Item item = judged(judgement, CommentKind.REJECTION);
        all.move(item, ItemAct.DUPLICATE);
        author.ended(item);
    }

    private Item judged(Judgement judgement, CommentKind kind) {
        String reason = Words.text(judgement.reason(), LONGEST_REASON);
        if (reason == null) {
            throw new Refused("items.refused.noReason").at("reason");
        }
        Item item = items.toDecide(judgement.item());
        if (item.revision() != judgement.revision() || item.status() != ItemStatus.SUBMITTED) {
            throw new Refused("items.refused.movedOn", item.status());
        }
        comments.add(item, kind, reason);
        return item;
    }

    private static void put(Map<String, String> fields, String field, @Nullable Integer value) {
        if (value != null) {
            fields.put(field, value.toString());
        }
    }
}
