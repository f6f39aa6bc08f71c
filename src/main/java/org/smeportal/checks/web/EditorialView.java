package org.smeportal.checks.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.checks.ReadEditorial;
import org.smeportal.checks.SignEditorial;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.wording.ItemDiff;

/** An editorial change as an editor reads it: what is different, what had to change, and the two acts. */
@Named
@RequestScoped
public class EditorialView {
    private static final String QUEUE = "/app/checks/queue?faces-redirect=true";

    @Inject
    private ReadEditorial read;

    @Inject
    private SignEditorial sign;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private ReadEditorial.@Nullable Sheet sheet;
    private boolean asked;
    private int revision;

    public void load() {
        ReadEditorial.Sheet found = getSheet();
        if (found == null) {
            throw new NotFound();
        }
        revision = found.item().revision();
    }

    /** Null once it is over: while the page was open, somebody decided, or the author took it back. */
    public ReadEditorial.@Nullable Sheet getSheet() {
        if (!asked) {
            asked = true;
            sheet = read.read(Words.named(id)).orElse(null);
        }
        return sheet;
    }

    public String sign() {
        sign.sign(change());
        messages.note("checks.editorial.sign.done");
        return QUEUE;
    }

    public String sendToGroup() {
        sign.sendToGroup(change());
        messages.note("checks.editorial.group.done");
        return QUEUE;
    }

    private SignEditorial.Change change() {
        return new SignEditorial.Change(Words.named(id), revision);
    }

    public List<ItemDiff.Field> getDifferences() {
        ReadEditorial.Sheet shown = getSheet();
        return shown == null ? List.of() : ItemDiff.between(shown.baseline().text(), shown.text());
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }
}
