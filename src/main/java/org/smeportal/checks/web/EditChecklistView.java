package org.smeportal.checks.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.checks.ChangeChecklist;
import org.smeportal.checks.ChecklistQueries;
import org.smeportal.checks.Mark;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.WordDiff;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.Duty;

/** The questions of a duty, line by line; who saves second sees both versions before saving over. */
@Named
@RequestScoped
public class EditChecklistView {
    @Inject
    private ChecklistQueries queries;

    @Inject
    private ChangeChecklist change;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String duty;

    @Inject
    @Param
    private @Nullable Integer count;

    private final QuestionLines lines = new QuestionLines();
    private ChecklistQueries.@Nullable Version stored;
    private int opened;
    private int version;
    private boolean previewed;

    @PostConstruct
    void expectLines() {
        lines.expect(count);
    }

    public void load() {
        lines.take(getStored().asked());
        opened = getStored().number();
    }

    /** Before the page is shown: whoever saves next has seen what is stored now. */
    public void compare() {
        version = getStored().number();
    }

    public void preview() {
        previewed = true;
    }

    public String save() {
        stored = null;
        OptionalInt number = change.change(new ChangeChecklist.NewVersion(known(), version, lines.texts()));
        if (number.isPresent()) {
            messages.note("checks.lists.saved", known(), number.getAsInt());
        } else {
            messages.note("checks.lists.unchanged", known(), version);
        }
        return "/app/checks/checklists?faces-redirect=true";
    }

    private Duty known() {
        Duty known = Words.constant(Duty.class, duty);
        if (known == null) {
            throw new NotFound();
        }
        return known;
    }

    public ChecklistQueries.Version getStored() {
        if (stored == null) {
            stored = queries.current(known());
        }
        return stored;
    }

    /** Whether somebody else saved a version since this page was opened. */
    public boolean isMeanwhile() {
        return opened != getStored().number();
    }

    /** As checkers would read it. */
    public List<String> getTyped() {
        return lines.words();
    }

    /** From what is stored to what is typed. */
    public List<WordDiff.Paragraph> getDifferences() {
        return ChecklistView.differences(getStored().asked().texts(), getTyped());
    }

    public Mark[] getMarks() {
        return Mark.values();
    }

    public QuestionLines getLines() {
        return lines;
    }

    public boolean isPreviewed() {
        return previewed;
    }

    public int getOpened() {
        return opened;
    }

    public void setOpened(int opened) {
        this.opened = opened;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
