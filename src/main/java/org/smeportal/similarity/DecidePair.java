package org.smeportal.similarity;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.AuthorGuard;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** What a programme manager of the exam decides about two items; never about one that they wrote. */
@UseCase
@Requires(Permission.MANAGE_ITEMS)
public class DecidePair {
    private static final int LONGEST_REASON = 1000;

    private final AlikeQueries queries;
    private final ItemPairs pairs;
    private final AuthorGuard authors;
    private final CurrentUser user;

    @Inject
    DecidePair(AlikeQueries queries, ItemPairs pairs, AuthorGuard authors, CurrentUser user) {
        this.queries = queries;
        this.pairs = pairs;
        this.authors = authors;
        this.user = user;
    }

    /** Two items in the revisions that were read; {@code reason} is no part of the trail, it may quote them. */
    public record OfPair(
            UUID one,
            int oneRevision,
            UUID other,
            int otherRevision,
            @Nullable String reason) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "item:" + one;
        }

        @Override
        public String auditDetail() {
            return "item:" + other;
        }
    }

    /** The pair leaves the list until one of them has a new revision. */
    public void notAlike(OfPair pair) {
        List<Side> both = toDecide(pair);
        pairs.decide(both.get(0), both.get(1), PairDecision.NOT_ALIKE, null);
    }

    public void enemies(OfPair pair) {
        String reason = Words.text(pair.reason(), LONGEST_REASON);
        if (reason == null) {
            throw new Refused("similarity.refused.noReason").at("reason");
        }
        List<Side> both = toDecide(pair);
        pairs.decide(both.get(0), both.get(1), PairDecision.ENEMIES, reason);
    }

    public void takeBack(OfPair pair) {
        List<Side> both = toDecide(pair);
        if (!pairs.takeBack(both.get(0), both.get(1))) {
            throw new Refused("similarity.refused.nothing");
        }
    }

    private List<Side> toDecide(OfPair pair) {
        List<Side> both = queries.both(pair.one(), pair.other());
        if (!both.stream().allMatch(side -> authors.mayDecide(side.id(), user.accountId()))) {
            throw new Refused("items.refused.ownItem");
        }
        if (both.get(0).revision() != pair.oneRevision() || both.get(1).revision() != pair.otherRevision()) {
            throw new Refused("similarity.refused.changed");
        }
        return both;
    }
}
