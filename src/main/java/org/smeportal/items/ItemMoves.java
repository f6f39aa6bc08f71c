package org.smeportal.items;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.linter.Finding;
import org.smeportal.linter.Level;
import org.smeportal.platform.Repository;
import org.smeportal.security.CurrentUser;
import org.smeportal.wording.ItemText;

/**
 * What reviews and checks make of an item, by the table of moves. A programme manager decides on items of their exams, whoever
 * checks on a revision that stands for it; nobody on one that they wrote (R6.1).
 */
@Repository
public class ItemMoves {
    private final ManagedItems managed;
    private final Items items;
    private final AuthorGuard authors;
    private final BackToAuthor back;
    private final SealedTexts texts;
    private final RevisionFindings findings;
    private final AuthorMails author;
    private final SubmissionCheck check;
    private final CurrentUser user;

    @Inject
    public ItemMoves(
            ManagedItems managed,
            Items items,
            AuthorGuard authors,
            BackToAuthor back,
            SealedTexts texts,
            RevisionFindings findings,
            AuthorMails author,
            SubmissionCheck check,
            CurrentUser user) {
        this.managed = managed;
        this.items = items;
        this.authors = authors;
        this.back = back;
        this.texts = texts;
        this.findings = findings;
        this.author = author;
        this.check = check;
        this.user = user;
    }

    /** An item as it stands: {@code domain} is that of the blueprint, {@code revision} the last that was handed in. */
    public record Stand(long id, UUID publicId, String code, long examId, int domain, int revision) {}

    /** A group shall review it; one that a former group left undecided stays in review. */
    public Stand schedule(UUID publicId) {
        Item item = managed.toDecide(publicId);
        if (item.status() != ItemStatus.IN_REVIEW) {
            items.move(item, ItemAct.SCHEDULE);
        }
        return stand(item);
    }

    /** The group and its programme manager took it as it stands. */
    public void accept(UUID publicId) {
        Item item = reviewed(publicId);
        items.move(item, ItemAct.ACCEPT);
        author.accepted(item);
    }

    /** {@code reason} is for the author, who goes on at the desk. */
    public void revise(UUID publicId, String reason) {
        back.give(reviewed(publicId), ItemAct.REVISE, reason);
    }

    public void reject(UUID publicId, String reason) {
        back.end(reviewed(publicId), ItemAct.REJECT, reason);
    }

    /**
     * Edits that a group made together are a revision of their own; the author stays author (R6.2, R6.3). Errors of the linter
     * stop it as they stop an author; of a warning that the author did not waive, {@code reason} says why it stays. Answers the
     * number of the revision: the present one when nothing is different.
     */
    public int edit(UUID publicId, String exam, ItemText edited, String reason) {
        Item item = reviewed(publicId);
        ItemText text = ItemChecks.tidy(edited);
        if (texts.text(publicId, item.revision()).map(text::equals).orElse(false)) {
            return item.revision();
        }
        SubmissionCheck.Remarks remarks = check.of(item.examId(), exam, item.domain(), item.task(), text);
        long errors = remarks.findings().stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .count();
        if (!remarks.lacks().isEmpty() || errors > 0) {
            throw new Refused("items.refused.notReady", remarks.lacks().size() + errors);
        }
        Map<String, String> waivers = new TreeMap<>(findings.waivers(publicId, item.revision()));
        for (Finding finding : remarks.findings()) {
            if (finding.level() == Level.WARNING) {
                waivers.putIfAbsent(SubmissionPolicy.waiverField(finding), reason);
            }
        }
        item.edited();
        findings.add(item, texts.add(item, text), remarks.findings(), waivers);
        return item.revision();
    }

    /** Locks the item for whoever checks it: it is being checked in that revision, and not theirs. */
    public void check(UUID publicId, int revision) {
        checked(publicId, revision);
    }

    /** All have signed that revision. */
    public void pass(UUID publicId, int revision) {
        items.move(checked(publicId, revision), ItemAct.PASS);
    }

    /** {@code reason} is for the author, who goes on at the desk. */
    public void fail(UUID publicId, int revision, String reason) {
        back.give(checked(publicId, revision), ItemAct.FAIL, reason);
    }

    private Item reviewed(UUID publicId) {
        Item item = managed.toDecide(publicId);
        if (item.status() != ItemStatus.IN_REVIEW) {
            throw new Refused("items.refused.movedOn", item.status());
        }
        return item;
    }

    private Item checked(UUID publicId, int revision) {
        Item item = items.locked(publicId);
        if (!authors.mayDecide(item.id(), user.accountId())) {
            throw new Refused("items.refused.ownItem");
        }
        if (item.status() != ItemStatus.QC1 || item.revision() != revision) {
            throw new Refused("items.refused.movedOn", item.status());
        }
        return item;
    }

    private static Stand stand(Item item) {
        Integer domain = item.domain();
        if (domain == null) {
            throw new NotFound();
        }
        return new Stand(item.id(), item.publicId(), item.code(), item.examId(), domain, item.revision());
    }
}
