package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.EditorChoice;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.NameEditor;
import org.smeportal.items.NamedEditors;
import org.smeportal.kernel.Words;

/** Who revises an item in its author's place. */
@Named
@RequestScoped
public class NameEditorView extends ActOnItem {
    @Inject
    private EditorChoice choices;

    @Inject
    private NameEditor names;

    private EditorChoice.@Nullable Choice choice;
    private @Nullable String editor;

    public String name() {
        names.name(naming());
        return done("pipeline.editor.done", ItemStatus.REVISION);
    }

    public String giveBack() {
        names.giveBack(naming());
        return done("pipeline.return.done", ItemStatus.REVISION);
    }

    private NameEditor.Naming naming() {
        return new NameEditor.Naming(getItem().publicId(), getRevision(), Words.uuid(editor));
    }

    public boolean isOpen() {
        return getItem().isWithAuthorAgain();
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

    public @Nullable String getEditor() {
        return editor;
    }

    public void setEditor(@Nullable String editor) {
        this.editor = editor;
    }
}
