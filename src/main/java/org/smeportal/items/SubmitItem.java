package org.smeportal.items;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.smeportal.agreements.AgreementQueries;
import org.smeportal.audit.Unnamed;
import org.smeportal.drafts.Drafts;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.ItemText;

/**
 * The author, or the editor in their place, hands an item in: what stands in the draft becomes a revision, the draft is gone
 * (R5.2, R5.3).
 */
@UseCase
@Requires(Permission.WRITE_ITEMS)
@Unnamed("who wrote an item stays unknown (R6.1)")
public class SubmitItem {
    private final OwnItems own;
    private final Items items;
    private final Drafts drafts;
    private final SealedTexts texts;
    private final RevisionFindings revisionFindings;
    private final SubmissionCheck check;
    private final AgreementQueries agreements;
    private final OpenReplies replies;
    private final Baselines baselines;
    private final NamedEditors editors;
    private final CurrentUser user;

    @Inject
    public SubmitItem(
            OwnItems own,
            Items items,
            Drafts drafts,
            SealedTexts texts,
            RevisionFindings revisionFindings,
            SubmissionCheck check,
            AgreementQueries agreements,
            OpenReplies replies,
            Baselines baselines,
            NamedEditors editors,
            CurrentUser user) {
        this.own = own;
        this.items = items;
        this.drafts = drafts;
        this.texts = texts;
        this.revisionFindings = revisionFindings;
        this.check = check;
        this.agreements = agreements;
        this.replies = replies;
        this.baselines = baselines;
        this.editors = editors;
        this.user = user;
    }

    /**
     * {@code seq} is the last change that the author has seen on the page that says what is handed in; {@code editorial} asks
     * for a second person instead of another group.
     */
    public record Submission(UUID item, int seq, boolean editorial) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "item:" + item;
        }
    }

    public void submit(Submission submission) {
        Item item = items.locked(submission.item());
        OwnItems.Own mine = own.writable(submission.item());
        if (agreements.isDue(user.accountId())) {
            throw new Refused("items.refused.agreement");
        }
        OpenReplies.Asked asked = replies.of(submission.item());
        if (asked.unanswered() > 0) {
            throw new Refused("items.refused.unanswered", asked.unanswered());
        }
        Drafts.Content content = drafts.lockedContent(mine.draft());
        if (content.seq() != submission.seq()) {
            throw new Refused("items.refused.changed");
        }
        SubmissionCheck.Preview preview = check.of(mine, content);
        if (!preview.isReady()) {
            throw new Refused(
                    "items.refused.notReady",
                    preview.lacks().size() + preview.open().size());
        }
        if (submission.editorial()) {
            mustBeEditorial(mine, asked, preview.text());
        }
        if (isChanged(item, preview, content.values())) {
            item.revised();
            long revision = texts.add(item, preview.text());
            revisionFindings.add(item, revision, preview.findings(), content.values());
        }
        editors.end(item.id());
        if (submission.editorial()) {
            items.waitForEditor(item);
        } else {
            items.endWriting(item, item.status() == ItemStatus.REVISION ? ItemAct.RESUBMIT : ItemAct.SUBMIT);
        }
    }

    private void mustBeEditorial(OwnItems.Own mine, OpenReplies.Asked asked, ItemText text) {
        Baselines.Baseline baseline = baselines.of(mine, asked).orElse(null);
        EditorialPolicy.refusal(baseline, text, mine.domain(), mine.task()).ifPresent(reason -> {
            throw new Refused("items.refused.notEditorial", reason);
        });
    }

    /** Text, place in the blueprint and the reasons of waivers belong to a revision (R5.3). */
    private boolean isChanged(Item item, SubmissionCheck.Preview preview, Map<String, String> fields) {
        return item.revision() == 0
                || !texts.isPlaced(item)
                || !texts.text(item.publicId(), item.revision())
                        .map(preview.text()::equals)
                        .orElse(false)
                || !revisionFindings.waivers(item.publicId(), item.revision()).equals(waivers(preview, fields));
    }

    private static Map<String, String> waivers(SubmissionCheck.Preview preview, Map<String, String> fields) {
        Map<String, String> waivers = new TreeMap<>();
        preview.waived()
                .forEach(finding ->
                        waivers.put(SubmissionPolicy.waiverField(finding), SubmissionPolicy.waiver(finding, fields)));
        return waivers;
    }
}
