package org.smeportal.similarity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Words;
import org.smeportal.platform.WordDiff;
import org.smeportal.platform.web.Messages;
import org.smeportal.similarity.ComparePair;
import org.smeportal.similarity.DecidePair;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemText;

/** Two items beside each other, what is different between them, and what is decided about the pair. */
@Named
@RequestScoped
public class CompareItemsView {
    @Inject
    private ComparePair compare;

    @Inject
    private DecidePair decide;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param(pathIndex = 1)
    private @Nullable String otherId;

    private ComparePair.@Nullable Comparison shown;
    private int oneRevision;
    private int otherRevision;
    private @Nullable String reason;

    public void load() {
        oneRevision = getShown().one().revision();
        otherRevision = getShown().other().revision();
    }

    public ComparePair.Comparison getShown() {
        if (shown == null) {
            shown = compare.of(known(id), known(otherId));
        }
        return shown;
    }

    public String notAlike() {
        decide.notAlike(pair());
        messages.note("similarity.notAlike.done");
        return "/app/similarity/pairs?faces-redirect=true";
    }

    public String enemies() {
        decide.enemies(pair());
        messages.note("similarity.enemies.done");
        return "/app/similarity/enemies?faces-redirect=true";
    }

    public String takeBack() {
        decide.takeBack(pair());
        messages.note("similarity.takeBack.done");
        return "/app/similarity/pairs?faces-redirect=true";
    }

    public List<WordDiff.Paragraph> getScenario() {
        return WordDiff.between(
                getShown().oneText().scenario(), getShown().otherText().scenario());
    }

    public List<WordDiff.Paragraph> getQuestion() {
        return WordDiff.between(
                getShown().oneText().question(), getShown().otherText().question());
    }

    /** The key first, then the others in the order of their words: the place of an option is no difference. */
    public List<WordDiff.Paragraph> getOptions() {
        return WordDiff.between(
                options(getShown().oneText()), options(getShown().otherText()));
    }

    private static String options(ItemText text) {
        return text.options().stream()
                .sorted(Comparator.comparing((ItemOption option) -> !option.key())
                        .thenComparing(ItemOption::text))
                .map(ItemOption::text)
                .collect(Collectors.joining("\n\n"));
    }

    private DecidePair.OfPair pair() {
        return new DecidePair.OfPair(known(id), oneRevision, known(otherId), otherRevision, reason);
    }

    private static UUID known(@Nullable String typed) {
        UUID known = Words.named(typed);
        return known;
    }

    public int getOneRevision() {
        return oneRevision;
    }

    public void setOneRevision(int oneRevision) {
        this.oneRevision = oneRevision;
    }

    public int getOtherRevision() {
        return otherRevision;
    }

    public void setOtherRevision(int otherRevision) {
        this.otherRevision = otherRevision;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
