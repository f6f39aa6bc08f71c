package org.smeportal.items;

import jakarta.inject.Inject;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.security.CurrentUser;

/** What a second person makes of a change that was handed in as editorial; nobody of one that they wrote (R6.1). */
@Repository
public class EditorialMoves {
    private final Items items;
    private final AuthorGuard authors;
    private final Baselines baselines;
    private final EditorialDecisions decisions;
    private final AuthorMails author;
    private final CurrentUser user;

    @Inject
    public EditorialMoves(
            Items items,
            AuthorGuard authors,
            Baselines baselines,
            EditorialDecisions decisions,
            AuthorMails author,
            CurrentUser user) {
        this.items = items;
        this.authors = authors;
        this.baselines = baselines;
        this.decisions = decisions;
        this.author = author;
        this.user = user;
    }

    /** {@code revision} is the one that was read: it goes past the group to the checks, or to a group. */
    public void decide(UUID publicId, int revision, EditorialOutcome outcome) {
        Item item = items.locked(publicId);
        if (!authors.mayDecide(item.id(), user.accountId())) {
            throw new Refused("items.refused.ownItem");
        }
        if (!item.waitsForEditor() || item.revision() != revision) {
            throw new Refused("items.refused.movedOn", item.status());
        }
        Baselines.Baseline baseline = baselines.of(publicId).orElseThrow(NotFound::new);
        decisions.add(item, baseline.revision(), outcome);
        items.move(item, outcome == EditorialOutcome.EDITORIAL ? ItemAct.EDITORIAL : ItemAct.RESUBMIT);
        author.lookedAt(item);
    }
}
