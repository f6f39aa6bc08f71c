package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.EditorChoice;
import org.smeportal.items.ItemQueries;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.NameEditor;
import org.smeportal.items.NamedEditors;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** Who revises an item in its author's place. */
@Named
@RequestScoped
public class NameEditorView {
    @Inject
    private ItemQueries items;

    @Inject
    private EditorChoice choices;

    @Inject
    private NameEditor names;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private ItemQueries.@Nullable Row item;
    private EditorChoice.@Nullable Choice choice;
    private int revision;
    private @Nullable String editor;

    public void load() {
        revision = getItem().revision();
    }

    public String name() {
        names.name(naming());
        return done("pipeline.editor.done");
    }

    public String giveBack() {
        names.giveBack(naming());
        return done("pipeline.return.done");
    }

    private NameEditor.Naming naming() {
        return new NameEditor.Naming(getItem().publicId(), revision, Words.uuid(editor));
    }

    private String done(String key) {
        messages.note(key, getItem().code());
        return "/app/pipeline/item-list?faces-redirect=true&exam=" + getItem().exam() + "&state=REVISION";
    }

    public ItemQueries.Row getItem() {
        if (item == null) {
            item = items.handedIn(Words.named(id));
        }
        return item;
    }

    /** Only while it is at the desk after a review. */
    public boolean isOpen() {
        return getItem().status() == ItemStatus.REVISION && !getItem().forEditor();
    }

    private EditorChoice.Choice getChoice() {
        EditorChoice.Choice known = choice;
        if (known == null) {
            known = choices.of(getItem().publicId());
            choice = known;
        }
        return known;
    }

    public NamedEditors.@Nullable Held getHeld() {
        return getChoice().held().orElse(null);
    }

    public List<NamedEditors.Editor> getCandidates() {
        return getChoice().candidates();
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public @Nullable String getEditor() {
        return editor;
    }

    public void setEditor(@Nullable String editor) {
        this.editor = editor;
    }
}
