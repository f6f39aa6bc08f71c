package org.smeportal.items;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.drafts.Drafts;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/**
 * A programme manager lets an editor revise an item in its author's place, or gives it back (items.md 1, row 4). Nothing tells
 * whether the editor is the author: then the author just goes on.
 */
@UseCase
@Requires(Permission.MANAGE_ITEMS)
public class NameEditor {
    private final ManagedItems managed;
    private final EditorChoice choices;
    private final NamedEditors editors;
    private final Drafts drafts;
    private final AuthorMails author;
    private final EditorMails mails;
    private final ProgrammeSettings settings;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public NameEditor(
            ManagedItems managed,
            EditorChoice choices,
            NamedEditors editors,
            Drafts drafts,
            AuthorMails author,
            EditorMails mails,
            ProgrammeSettings settings,
            CurrentUser user,
            Clock clock) {
        this.managed = managed;
        this.choices = choices;
        this.editors = editors;
        this.drafts = drafts;
        this.author = author;
        this.mails = mails;
        this.settings = settings;
        this.user = user;
        this.clock = clock;
    }

    /** {@code revision} is the one that was read. */
    public record Naming(UUID item, int revision, @Nullable UUID editor) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "item:" + item;
        }

        @Override
        public @Nullable String auditDetail() {
            return editor == null ? null : "account:" + editor;
        }
    }

    /** What the author has typed stays in the draft; its history, which tells hours, and their open pages end. */
    public void name(Naming naming) {
        Item item = inRevision(naming);
        EditorChoice.Choice choice = choices.of(naming.item());
        NamedEditors.Editor editor = choice.candidates().stream()
                .filter(one -> one.publicId().equals(naming.editor()))
                .findFirst()
                .orElseThrow(() -> new Refused("items.refused.noEditor").at("editor"));
        editors.end(item.id());
        editors.name(item.id(), editor, user.accountId());
        drafts.restart(item.draft());
        mails.named(item, editor);
        if (choice.held().isEmpty()) {
            author.handedOver(item);
        }
    }

    /** The author goes on where the editor stopped, and has some days for it. */
    public void giveBack(Naming naming) {
        Item item = inRevision(naming);
        if (editors.of(item.id()).isEmpty()) {
            throw new Refused("items.refused.movedOn", item.status());
        }
        editors.end(item.id());
        drafts.restart(item.draft());
        item.extend(clock.instant().plus(Duration.ofDays(settings.of(ProgrammeSetting.RETURN_DAYS))));
        author.returned(item);
    }

    private Item inRevision(Naming naming) {
        Item item = managed.toDecide(naming.item());
        if (item.status() != ItemStatus.REVISION || item.waitsForEditor() || item.revision() != naming.revision()) {
            throw new Refused("items.refused.movedOn", item.status());
        }
        return item;
    }
}
