package org.smeportal.reviews;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.audit.Unaudited;
import org.smeportal.items.ItemViews;
import org.smeportal.items.SealedTexts;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.security.BrowserKeys;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.ItemBox;
import org.smeportal.wording.ItemText;

/**
 * What the screens of a session show: to its members and to programme managers of the exam, the text of an item only while
 * the session is open and stands there (R9.1). Each reader and item is in the access record once (R9.3).
 */
@UseCase
@Requires(Permission.JOIN_REVIEWS)
@Unaudited("the access record is its trail")
public class ReadReview {
    private final ReviewQueries queries;
    private final ReviewComments comments;
    private final GroupEdits edits;
    private final SealedTexts texts;
    private final ItemViews views;
    private final ItemBox box;
    private final BrowserKeys keys;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public ReadReview(
            ReviewQueries queries,
            ReviewComments comments,
            GroupEdits edits,
            SealedTexts texts,
            ItemViews views,
            ItemBox box,
            BrowserKeys keys,
            CurrentUser user,
            Clock clock) {
        this.queries = queries;
        this.comments = comments;
        this.edits = edits;
        this.texts = texts;
        this.views = views;
        this.box = box;
        this.keys = keys;
        this.user = user;
        this.clock = clock;
    }

    public Live read(UUID session) {
        ReviewQueries.Opened opened = queries.opened(session).orElseThrow(NotFound::new);
        Live.Head head = opened.head();
        List<Live.Line> agenda = queries.agenda(head.id());
        Instant since = opened.openedAt();
        if (since == null || head.state() != SessionState.OPEN) {
            return new Live(head, agenda, null, new byte[0]);
        }
        ReviewQueries.At at = queries.current(head.id()).orElse(null);
        byte[] key = keys.of("review", session + "/" + user.accountId());
        return new Live(head, agenda, at == null ? null : current(at, since), key);
    }

    private Live.Current current(ReviewQueries.At at, Instant opened) {
        boolean revealed = at.state().isRevealed();
        ItemText voted = texts.text(at.item(), at.revision()).orElseThrow(NotFound::new);
        Optional<GroupEdits.Edit> edit = revealed ? edits.of(at.id(), at.entry()) : Optional.empty();
        views.recordReview(at.itemId(), at.revision(), opened);
        Instant ends = at.timerEnds();
        return new Live.Current(
                at.entry(),
                at.place(),
                at.state(),
                ends == null ? null : left(ends),
                at.answered(),
                at.own(),
                revealed ? queries.tally(at.id()) : Map.of(),
                comments.of(at.id(), revealed).stream()
                        .map(ReviewComments.Said::withoutAnswer)
                        .toList(),
                voted,
                edit.map(GroupEdits.Edit::text).orElse(voted),
                edit.map(GroupEdits.Edit::edition).orElse(0),
                at.outcome(),
                at.sealedReason() == null ? null : box.open(LeadReview.reasonContext(at.entry()), at.sealedReason()));
    }

    private Duration left(Instant ends) {
        Duration left = Duration.between(clock.instant(), ends);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
