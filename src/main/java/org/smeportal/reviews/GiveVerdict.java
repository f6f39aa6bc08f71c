package org.smeportal.reviews;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.Unaudited;
import org.smeportal.items.SealedTexts;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.ItemText;

/**
 * A member of a group gives a verdict and comments on the item at which the group stands: silently, then for all to see
 * (R6.2). A verdict can be changed until the reveal, and not after it.
 */
@UseCase
@Requires(Permission.GIVE_VERDICTS)
@Unaudited("verdicts and comments are their own record, and none is told before the reveal")
public class GiveVerdict {
    static final int LONGEST_COMMENT = 2000;

    private final ReviewSessions sessions;
    private final Verdicts verdicts;
    private final ReviewComments comments;
    private final SealedTexts texts;

    @Inject
    public GiveVerdict(ReviewSessions sessions, Verdicts verdicts, ReviewComments comments, SealedTexts texts) {
        this.sessions = sessions;
        this.verdicts = verdicts;
        this.comments = comments;
        this.texts = texts;
    }

    /** {@code spot} is the id of the option or reference that it is about. */
    public record Comment(
            Aspect aspect,
            @Nullable String spot,
            boolean blocking,
            @Nullable String text) {}

    /** Whoever opens the session is in the room. */
    public void arrive(UUID session) {
        ReviewSession group = sessions.reviewed(session);
        if (sessions.arrive(group.id())) {
            group.changed();
        }
    }

    public void give(UUID session, UUID entry, Verdict verdict) {
        ReviewSession group = sessions.reviewed(session);
        ReviewEntry current = sessions.current(group, entry);
        current.mustBe(EntryState.VERDICTS);
        verdicts.give(current, verdict);
        group.changed();
    }

    /** Until the decision: what somebody says after the reveal stands beside the rest, without a name like the rest. */
    public void comment(UUID session, UUID entry, Comment comment) {
        ReviewSession group = sessions.reviewed(session);
        ReviewEntry current = sessions.current(group, entry);
        current.mustBeOpen();
        String text = Words.text(comment.text(), LONGEST_COMMENT);
        if (text == null) {
            throw new Refused("reviews.refused.noComment").at("comment");
        }
        if (comments.isFull(current)) {
            throw new Refused("reviews.refused.full");
        }
        comments.add(current, comment.aspect(), spot(current, comment), comment.blocking(), text);
        group.changed();
    }

    /** As long as nobody else has read it. */
    public void takeBack(UUID session, UUID entry, UUID comment) {
        ReviewSession group = sessions.reviewed(session);
        ReviewEntry current = sessions.current(group, entry);
        current.mustBe(EntryState.VERDICTS);
        comments.remove(current, comment);
        group.changed();
    }

    private String spot(ReviewEntry entry, Comment comment) {
        String spot = comment.spot() == null ? "" : comment.spot();
        if (comment.aspect() != Aspect.OPTION && comment.aspect() != Aspect.REFERENCE) {
            return "";
        }
        ItemText text = texts.text(sessions.item(entry), entry.revision()).orElseThrow(NotFound::new);
        boolean known = comment.aspect() == Aspect.OPTION
                ? text.options().stream().anyMatch(option -> option.id().equals(spot))
                : text.references().stream()
                        .anyMatch(reference -> reference.id().equals(spot));
        if (!known) {
            throw new Refused("reviews.refused.spot").at("spot");
        }
        return spot;
    }
}
