package org.smeportal.checks;

import jakarta.inject.Inject;
import java.util.UUID;
import org.smeportal.items.EditorialMoves;
import org.smeportal.items.EditorialOutcome;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/**
 * The second person of an editorial change (items.md 1, row 4): an editor of the exam signs that it is one, or lets a group see
 * it. What somebody wrote or reviewed is not there for them (R6.1).
 */
@UseCase
@Requires(Permission.CHECK_ITEMS)
public class SignEditorial {
    private final CheckQueries queries;
    private final EditorialMoves moves;

    @Inject
    SignEditorial(CheckQueries queries, EditorialMoves moves) {
        this.queries = queries;
        this.moves = moves;
    }

    /** {@code revision} is the one that was read. */
    public record Change(UUID item, int revision) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "item:" + item;
        }

        @Override
        public String auditDetail() {
            return String.valueOf(revision);
        }
    }

    public void sign(Change change) {
        decide(change, EditorialOutcome.EDITORIAL);
    }

    public void sendToGroup(Change change) {
        decide(change, EditorialOutcome.GROUP);
    }

    private void decide(Change change, EditorialOutcome outcome) {
        if (!queries.mayDecide(change.item())) {
            throw new NotFound();
        }
        moves.decide(change.item(), change.revision(), outcome);
    }
}
