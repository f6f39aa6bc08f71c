package org.smeportal.checks;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.Unaudited;
import org.smeportal.items.EditorialDecisions;
import org.smeportal.items.EditorialOutcome;
import org.smeportal.items.ItemQueries;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.ItemViews;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Duty;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** What is signed and what is open, for a programme manager of the exam (R5.3). Notes may quote the item: reading them is recorded. */
@UseCase
@Requires(Permission.MANAGE_ITEMS)
@Unaudited("the access record is its trail")
public class ReadSignatures {
    private final ItemQueries items;
    private final Signatures signatures;
    private final EditorialDecisions decisions;
    private final ItemViews views;

    @Inject
    ReadSignatures(ItemQueries items, Signatures signatures, EditorialDecisions decisions, ItemViews views) {
        this.items = items;
        this.signatures = signatures;
        this.decisions = decisions;
        this.views = views;
    }

    public record Note(String question, Mark mark, String text) {}

    /** {@code revision} is the one that was signed, {@code day} that of UTC. */
    public record Signature(int revision, String by, LocalDate day, int checklist, List<Note> notes) {
        public Signature {
            notes = List.copyOf(notes);
        }
    }

    /** {@code signature} is the last of that duty, or null; it counts only for the present revision. */
    public record Line(Duty duty, @Nullable Signature signature, boolean counts) {}

    /** What a second person found of an editorial change; {@code day} is that of UTC. */
    public record Editorial(int revision, int baseline, EditorialOutcome outcome, String by, LocalDate day) {}

    /** {@code waiting} is whether the item is being checked. */
    public record Signed(ItemQueries.Row item, List<Line> lines, List<Editorial> editorials, boolean waiting) {
        public Signed {
            lines = List.copyOf(lines);
            editorials = List.copyOf(editorials);
        }
    }

    public Signed of(UUID publicId) {
        ItemQueries.Row item = items.handedIn(publicId);
        List<Signatures.Signed> all = signatures.all(item.id());
        List<Line> lines = new ArrayList<>();
        for (Duty duty : Checklists.DUTIES) {
            Signature last = all.stream()
                    .filter(signed -> signed.duty() == duty)
                    .findFirst()
                    .map(ReadSignatures::signature)
                    .orElse(null);
            lines.add(new Line(duty, last, last != null && last.revision() == item.revision()));
        }
        boolean quotes = lines.stream()
                .map(Line::signature)
                .anyMatch(signature -> signature != null && !signature.notes().isEmpty());
        if (quotes) {
            views.record(item.id(), item.revision(), ItemViews.ViewKind.READ);
        }
        return new Signed(item, lines, editorials(item.id()), item.status() == ItemStatus.QC1);
    }

    private List<Editorial> editorials(long itemId) {
        return decisions.all(itemId).stream()
                .map(one -> new Editorial(one.revision(), one.baseline(), one.outcome(), one.by(), day(one.at())))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Signature signature(Signatures.Signed signed) {
        return new Signature(
                signed.revision(),
                signed.by(),
                day(signed.at()),
                signed.checklist(),
                signed.notes().stream()
                        .map(note -> new Note(note.question(), note.mark(), note.text()))
                        .toList());
    }
}
