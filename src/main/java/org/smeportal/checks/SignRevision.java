package org.smeportal.checks;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.ItemMoves;
import org.smeportal.items.SealedTexts;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Duty;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.ItemReference;

/**
 * Signs a revision for a duty, or sends it back (R6.4). With the last of the three signatures the item goes on, in the same
 * transaction. What somebody wrote is not there for them.
 */
@UseCase
@Requires(Permission.CHECK_ITEMS)
public class SignRevision {
    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_REASON = 4000;

    private final CheckQueries queries;
    private final ItemMoves moves;
    private final Checklists checklists;
    private final Signatures signatures;
    private final SealedTexts texts;

    @Inject
    SignRevision(
            CheckQueries queries, ItemMoves moves, Checklists checklists, Signatures signatures, SealedTexts texts) {
        this.queries = queries;
        this.moves = moves;
        this.checklists = checklists;
        this.signatures = signatures;
        this.texts = texts;
    }

    public record Answer(int place, Mark mark, @Nullable String note) {}

    /** {@code checklist} is the version that was answered, {@code opened} are the references that still say it. */
    public record Signing(UUID item, Duty duty, int revision, int checklist, List<Answer> answers, Set<String> opened)
            implements AuditedCommand {
        public Signing {
            answers = List.copyOf(answers);
            opened = Set.copyOf(opened);
        }

        @Override
        public String auditSubject() {
            return "item:" + item;
        }

        @Override
        public String auditDetail() {
            return duty + " " + revision;
        }
    }

    /** {@code reason} is for the author and no part of the trail. */
    public record Failing(
            UUID item, Duty duty, int revision, @Nullable String reason) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "item:" + item;
        }

        @Override
        public String auditDetail() {
            return duty + " " + revision;
        }
    }

    public void sign(Signing signing) {
        CheckQueries.Row row = mine(signing.item(), signing.duty());
        Set<Duty> signed = unsigned(signing.item(), signing.duty(), signing.revision(), row.id());
        Checklists.Checklist checklist = checklists.of(signing.duty());
        if (checklist.number() != signing.checklist()) {
            throw new Refused("checks.refused.checklist");
        }
        List<Answer> answers = answers(checklist, signing.answers());
        List<String> references = references(signing);
        signatures.add(row.id(), signing.revision(), checklist, answers, references);
        signed.add(signing.duty());
        if (signed.containsAll(Checklists.DUTIES)) {
            moves.pass(signing.item(), signing.revision());
        }
    }

    public void fail(Failing failing) {
        CheckQueries.Row row = mine(failing.item(), failing.duty());
        String reason = Words.text(failing.reason(), LONGEST_REASON);
        if (reason == null) {
            throw new Refused("checks.refused.noReason").at("reason");
        }
        unsigned(failing.item(), failing.duty(), failing.revision(), row.id());
        moves.fail(failing.item(), failing.revision(), reason);
    }

    private CheckQueries.Row mine(UUID item, Duty duty) {
        return queries.mine(item, duty).orElseThrow(NotFound::new);
    }

    /** Locks the item; answers who signed the revision before. */
    private Set<Duty> unsigned(UUID item, Duty duty, int revision, long id) {
        moves.check(item, revision);
        Set<Duty> signed = new HashSet<>(signatures.of(id, revision));
        if (signed.contains(duty)) {
            throw new Refused("checks.refused.signed");
        }
        return signed;
    }

    private static List<Answer> answers(Checklists.Checklist checklist, List<Answer> given) {
        Map<Integer, Answer> byPlace =
                given.stream().collect(Collectors.toMap(Answer::place, Function.identity(), (one, other) -> other));
        List<Answer> answers = new ArrayList<>();
        for (Checklists.Question question : checklist.questions()) {
            Answer answer = byPlace.get(question.place());
            if (answer != null) {
                answers.add(answer);
            }
        }
        int open = checklist.questions().size() - answers.size();
        if (open > 0) {
            throw new Refused("checks.refused.unanswered", open);
        }
        return answers.stream().map(SignRevision::noted).toList();
    }

    private static Answer noted(Answer answer) {
        String note = Words.text(answer.note(), LONGEST_NOTE);
        if (answer.mark() == Mark.NO && note == null) {
            throw new Refused("checks.refused.noNote", answer.place());
        }
        return new Answer(answer.place(), answer.mark(), note);
    }

    private List<String> references(Signing signing) {
        List<String> all =
                texts.text(signing.item(), signing.revision()).orElseThrow(NotFound::new).references().stream()
                        .map(ItemReference::id)
                        .toList();
        long closed = all.stream().filter(id -> !signing.opened().contains(id)).count();
        if (closed > 0) {
            throw new Refused("checks.refused.references", closed);
        }
        return all;
    }
}
