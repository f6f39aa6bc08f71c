package org.smeportal.reviews;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.ItemMoves;
import org.smeportal.items.SealedTexts;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Text;
import org.smeportal.platform.UseCase;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.FieldMap;
import org.smeportal.wording.ItemBox;
import org.smeportal.wording.ItemText;

/**
 * A programme manager leads the session of a group through its agenda: verdicts, reveal, edits, decision (R6.2). Whoever is a
 * member of the group does not lead it, and nobody decides on an item that they wrote or reviewed (R6.1).
 */
@UseCase
@Requires(Permission.LEAD_REVIEWS)
public class LeadReview {
    static final int LONGEST_REASON = 2000;

    private final ReviewSessions sessions;
    private final Verdicts verdicts;
    private final ReviewComments comments;
    private final GroupEdits edits;
    private final ItemMoves items;
    private final SealedTexts texts;
    private final ItemBox box;
    private final ProgrammeSettings settings;
    private final Text words;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public LeadReview(
            ReviewSessions sessions,
            Verdicts verdicts,
            ReviewComments comments,
            GroupEdits edits,
            ItemMoves items,
            SealedTexts texts,
            ItemBox box,
            ProgrammeSettings settings,
            Text words,
            CurrentUser user,
            Clock clock) {
        this.sessions = sessions;
        this.verdicts = verdicts;
        this.comments = comments;
        this.edits = edits;
        this.items = items;
        this.texts = texts;
        this.box = box;
        this.settings = settings;
        this.words = words;
        this.user = user;
        this.clock = clock;
    }

    /** An act on the item at which the group stands. */
    public record OnEntry(UUID session, UUID entry) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "review:" + session;
        }

        @Override
        public @Nullable String auditDetail() {
            return "entry:" + entry;
        }
    }

    /** {@code fields} are what {@link FieldMap} makes of a text; {@code edition} the one that was changed. */
    public record Edit(OnEntry on, int edition, Map<String, String> fields) implements AuditedCommand {
        public Edit {
            fields = Map.copyOf(fields);
        }

        @Override
        public String auditSubject() {
            return on.auditSubject();
        }

        @Override
        public @Nullable String auditDetail() {
            return on.auditDetail();
        }
    }

    /** {@code resolution} null opens the comment again. */
    public record Answer(
            OnEntry on,
            UUID comment,
            @Nullable Resolution resolution,
            @Nullable String reason) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return on.auditSubject();
        }

        @Override
        public @Nullable String auditDetail() {
            return on.auditDetail();
        }
    }

    public record Decision(
            OnEntry on, ReviewOutcome outcome, @Nullable String reason) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return on.auditSubject();
        }

        @Override
        public String auditDetail() {
            return on.auditDetail() + " " + outcome;
        }
    }

    /** Opens the session at the first item that waits; one that is open is taken over. */
    public void open(UUID session) {
        ReviewSession group = sessions.led(session);
        boolean begins = group.state() == SessionState.PLANNED;
        group.lead(user.accountId(), clock.instant());
        if (begins) {
            sessions.next(group, null).ifPresent(entry -> begin(group, entry));
        }
    }

    /** Any item of the agenda, also one that was left for later or is decided. */
    public void show(OnEntry on) {
        ReviewSession group = sessions.led(on.session());
        begin(group, sessions.entry(group, on.entry()));
    }

    /** On to the next item that is not decided; {@code on} names where the group is, so that two clicks are one. */
    public void next(OnEntry on) {
        ReviewSession group = sessions.led(on.session());
        ReviewEntry current = sessions.current(group, on.entry());
        begin(group, sessions.next(group, current.publicId()).orElseThrow(() -> new Refused("reviews.refused.last")));
    }

    private void begin(ReviewSession group, ReviewEntry entry) {
        entry.begin(clock.instant().plus(Duration.ofMinutes(settings.of(ProgrammeSetting.VERDICT_MINUTES))));
        group.show(entry);
    }

    public void moreTime(OnEntry on) {
        ReviewSession group = sessions.led(on.session());
        group.mustBeOpen();
        sessions.current(group, on.entry()).extend(clock.instant(), Duration.ofMinutes(1));
        group.changed();
    }

    /** All see all verdicts and comments at the same moment. */
    public void reveal(OnEntry on) {
        ReviewSession group = sessions.led(on.session());
        group.mustBeOpen();
        ReviewEntry entry = sessions.current(group, on.entry());
        if (!verdicts.isEnough(entry)) {
            throw new Refused("reviews.refused.fewVerdicts", Verdicts.FEWEST);
        }
        entry.reveal(clock.instant());
        group.changed();
    }

    public void edit(Edit edit) {
        ReviewSession group = sessions.led(edit.on().session());
        ReviewEntry entry = talkedOver(group, edit.on());
        ItemText voted = texts.text(sessions.item(entry), entry.revision()).orElseThrow(NotFound::new);
        ItemText text = FieldMap.text(edit.fields());
        int edition = edit.edition();
        if (text.equals(voted) && edition > 0) {
            edits.drop(entry);
        } else {
            edits.put(entry, edition, text);
        }
        group.changed();
    }

    /** Back to the text that was voted on. */
    public void dropEdits(OnEntry on) {
        ReviewSession group = sessions.led(on.session());
        edits.drop(talkedOver(group, on));
        group.changed();
    }

    public void answer(Answer answer) {
        ReviewSession group = sessions.led(answer.on().session());
        ReviewEntry entry = talkedOver(group, answer.on());
        String reason = Words.text(answer.reason(), LONGEST_REASON);
        if (answer.resolution() == Resolution.OVERRULED && reason == null) {
            throw new Refused("reviews.refused.noReason").at("reason");
        }
        comments.resolve(entry, answer.comment(), answer.resolution(), reason);
        group.changed();
    }

    /**
     * The decision names the voted revision and the one that came out of it; what the group changed is a revision of its own,
     * but for an item that is rejected.
     */
    public void decide(Decision decision) {
        ReviewSession group = sessions.led(decision.on().session());
        ReviewEntry entry = talkedOver(group, decision.on());
        String reason = Words.text(decision.reason(), LONGEST_REASON);
        if (reason == null && decision.outcome() != ReviewOutcome.ACCEPT) {
            throw new Refused("reviews.refused.noReason").at("reason");
        }
        if (decision.outcome() == ReviewOutcome.ACCEPT && comments.hasOpen(entry)) {
            throw new Refused("reviews.refused.blocking");
        }
        if (verdicts.hasReviewed(entry.itemId())) {
            throw new Refused("reviews.refused.reviewed");
        }
        String tally = verdicts.sealedTally(entry);
        UUID item = sessions.item(entry);
        int result = entry.revision();
        if (decision.outcome() != ReviewOutcome.REJECT) {
            result = edits.of(entry.id(), entry.publicId())
                    .map(edit ->
                            items.edit(item, sessions.examCode(entry), edit.text(), words.of("reviews.edit.waiver")))
                    .orElse(result);
        }
        switch (decision.outcome()) {
            case ACCEPT -> items.accept(item);
            case REVISE -> items.revise(item, Objects.requireNonNull(reason));
            case REJECT -> items.reject(item, Objects.requireNonNull(reason));
        }
        String sealed = reason == null ? null : box.seal(reasonContext(entry.publicId()), reason);
        entry.decide(decision.outcome(), result, sealed, tally, user.accountId(), clock.instant());
        group.changed();
    }

    static String reasonContext(UUID entry) {
        return "review-reason:" + entry;
    }

    /** Items without a decision wait for another group. */
    public void close(UUID session) {
        sessions.led(session).close(clock.instant());
    }

    private ReviewEntry talkedOver(ReviewSession group, OnEntry on) {
        group.mustBeOpen();
        ReviewEntry entry = sessions.current(group, on.entry());
        entry.mustBe(EntryState.REVEALED);
        return entry;
    }
}
