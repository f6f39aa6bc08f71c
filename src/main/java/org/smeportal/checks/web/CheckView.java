package org.smeportal.checks.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.checks.ChecklistQueries;
import org.smeportal.checks.Checklists;
import org.smeportal.checks.Mark;
import org.smeportal.checks.Pictures;
import org.smeportal.checks.Questions;
import org.smeportal.checks.ReadToCheck;
import org.smeportal.checks.SignRevision;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.Duty;
import org.smeportal.wording.ItemDiff;
import org.smeportal.wording.ItemReference;

/** An item as whoever checks it reads it, with the checklist of the duty; what was typed stays, whatever it was. */
@Named
@RequestScoped
public class CheckView {
    private static final String QUEUE = "/app/checks/queue?faces-redirect=true";
    private static final String MARK = "mark";
    private static final String NOTE = "note";
    private static final String OPENED = "opened";

    @Inject
    private ReadToCheck read;

    @Inject
    private ChecklistQueries lists;

    @Inject
    private SignRevision sign;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param(pathIndex = 1)
    private @Nullable String duty;

    /** The version on the page that was sent: known before its field is. */
    @Inject
    @Param(name = "checklist")
    private @Nullable Integer sent;

    private ReadToCheck.@Nullable Sheet sheet;
    private boolean asked;
    private int revision;
    private int checklist;
    private @Nullable Questions answered;
    private @Nullable String reason;

    public void load() {
        ReadToCheck.Sheet found = getSheet();
        if (found == null) {
            throw new NotFound();
        }
        revision = found.item().revision();
        checklist = found.checklist().number();
    }

    /** Null once the check is over: while the page was open, somebody signed, or the item moved on. */
    public ReadToCheck.@Nullable Sheet getSheet() {
        if (!asked) {
            asked = true;
            sheet = read.read(Words.named(id), known()).orElse(null);
        }
        return sheet;
    }

    public String sign() {
        List<SignRevision.Answer> answers = new ArrayList<>();
        request.getParameterMap().keySet().stream()
                .filter(name -> name.matches(MARK + "\\d{1,3}"))
                .forEach(name -> {
                    int place = Integer.parseInt(name.substring(MARK.length()));
                    Mark mark = Words.constant(Mark.class, request.getParameter(name));
                    if (mark != null) {
                        answers.add(new SignRevision.Answer(place, mark, request.getParameter(NOTE + place)));
                    }
                });
        sign.sign(new SignRevision.Signing(Words.named(id), known(), revision, checklist, answers, ticked()));
        messages.note("checks.sign.done");
        return QUEUE;
    }

    public String fail() {
        sign.fail(new SignRevision.Failing(Words.named(id), known(), revision, reason));
        messages.note("checks.fail.done");
        return QUEUE;
    }

    private Duty known() {
        Duty known = Words.constant(Duty.class, duty);
        if (known == null) {
            throw new NotFound();
        }
        return known;
    }

    private Set<String> ticked() {
        String[] ticks = request.getParameterValues(OPENED);
        return ticks == null ? Set.of() : Set.copyOf(Arrays.asList(ticks));
    }

    public List<ItemDiff.Field> getDifferences() {
        ReadToCheck.Sheet shown = getSheet();
        return shown == null || shown.before() == null ? List.of() : ItemDiff.between(shown.before(), shown.text());
    }

    public List<String> getAlternatives() {
        ReadToCheck.Sheet shown = getSheet();
        return shown == null ? List.of() : Pictures.alternatives(shown.text());
    }

    public Mark[] getMarks() {
        return Mark.values();
    }

    public @Nullable String mark(Checklists.Question question) {
        return request.getParameter(MARK + asked().formerly(answered(), question.place()));
    }

    public @Nullable String note(Checklists.Question question) {
        return request.getParameter(NOTE + asked().noted(answered(), question.place()));
    }

    private Questions asked() {
        return Objects.requireNonNull(getSheet()).checklist().asked();
    }

    /** What was on the page that was sent: answers go to their questions, wherever these stand now. */
    private Questions answered() {
        if (answered == null) {
            answered = sent == null || sent == getChecklist() ? asked() : lists.asked(known(), sent);
        }
        return answered;
    }

    public boolean opened(ItemReference reference) {
        return ticked().contains(reference.id());
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    /** The version that the page shows; whoever opened an older one has seen this one with the refusal. */
    public int getChecklist() {
        ReadToCheck.Sheet shown = getSheet();
        return shown == null ? checklist : shown.checklist().number();
    }

    public void setChecklist(int checklist) {
        this.checklist = checklist;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
