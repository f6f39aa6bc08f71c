package org.smeportal.items;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.platform.Queries;
import org.smeportal.security.CurrentUser;

/** Who revises an item of a programme manager, and who could (items.md 1, row 4). */
@Queries
public class EditorChoice {
    private final ManagedItems managed;
    private final NamedEditors editors;
    private final CurrentUser user;

    @Inject
    public EditorChoice(ManagedItems managed, NamedEditors editors, CurrentUser user) {
        this.managed = managed;
        this.editors = editors;
        this.user = user;
    }

    /** {@code held} is who revises it now; {@code candidates} are all others but the programme manager, who decides. */
    public record Choice(Optional<NamedEditors.Held> held, List<NamedEditors.Editor> candidates) {}

    public Optional<NamedEditors.Held> held(UUID publicId) {
        return editors.of(managed.handedIn(publicId).id());
    }

    public Choice of(UUID publicId) {
        Item item = managed.handedIn(publicId);
        Optional<NamedEditors.Held> held = editors.of(item.id());
        long holder = held.map(now -> now.editor().account()).orElse(0L);
        return new Choice(
                held,
                editors.candidates(item.examId()).stream()
                        .filter(one -> one.account() != user.accountId() && one.account() != holder)
                        .toList());
    }
}
