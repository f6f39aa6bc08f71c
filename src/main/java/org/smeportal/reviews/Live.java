package org.smeportal.reviews;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.wording.ItemText;

/**
 * What somebody in a session sees now: the same for all members but for their own verdict and comments, and nothing that
 * depends on who wrote an item (R6.1). With {@code journalKey} the browser keeps what is typed and not sent (R9.4): a key
 * for the reader and the session, empty while it is not open.
 */
public record Live(Head head, List<Line> agenda, @Nullable Current current, byte[] journalKey) {
    public Live {
        journalKey = journalKey.clone();
    }

    /** Where the session stands: {@code lead} is for whoever may lead, {@code mine} for whoever does. */
    public record Head(
            long id,
            UUID session,
            int number,
            int groups,
            String eventTitle,
            UUID event,
            @Nullable String room,
            @Nullable String leadName,
            SessionState state,
            long change,
            int here,
            int members,
            boolean lead,
            boolean mine) {}

    /** An item of the agenda by its place; its code is not told (R9.1). */
    public record Line(
            UUID entry,
            int place,
            EntryState state,
            @Nullable ReviewOutcome outcome) {}

    /**
     * The item at which the group stands: {@code tally} and the comments of others are empty before the reveal, {@code voted}
     * is what the verdicts are about and {@code text} what stands there now, {@code left} the time for verdicts.
     */
    public record Current(
            UUID entry,
            int place,
            EntryState state,
            @Nullable Duration left,
            int answered,
            @Nullable Verdict own,
            Map<Verdict, Integer> tally,
            List<ReviewComments.Said> comments,
            ItemText voted,
            ItemText text,
            int edition,
            @Nullable ReviewOutcome outcome,
            @Nullable String reason) {}
}
