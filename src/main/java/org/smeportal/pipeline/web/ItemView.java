package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.EditorChoice;
import org.smeportal.items.ItemComment;
import org.smeportal.items.ItemQueries;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.ItemViews;
import org.smeportal.items.ReadItem;
import org.smeportal.platform.Text;
import org.smeportal.wording.ItemDiff;
import org.smeportal.wording.ItemText;

/** One revision of an item as a reviewer would see it, with what was said and what changed (R5.3). */
@Named
@RequestScoped
public class ItemView extends OfItem {
    @Inject
    private ItemQueries items;

    @Inject
    private ReadItem read;

    @Inject
    private EditorChoice choices;

    @Inject
    private Text text;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private @Nullable Integer revision;

    private List<ItemQueries.Step> steps = List.of();
    private ItemText shown = ItemText.EMPTY;
    private int number;
    private @Nullable String editor;
    private List<ItemDiff.Field> differences = List.of();
    private List<ItemPage.Remark> remarks = List.of();
    private List<ItemComment> comments = List.of();

    public void load() {
        ItemQueries.Row found = getItem();
        ReadItem.Reading reading = read.read(found.publicId(), revision, ItemViews.ViewKind.READ);
        shown = reading.text();
        number = reading.revision();
        comments = reading.comments();
        ItemText before = reading.before();
        differences = before == null ? List.of() : ItemDiff.between(before, shown);
        remarks = reading.findings().stream()
                .map(finding -> new ItemPage.Remark(finding, ItemPage.place(shown, finding.field(), text)))
                .toList();
        steps = items.steps(found.id());
        editor = found.byEditor()
                ? choices.held(found.publicId())
                        .map(held -> held.editor().name())
                        .orElse(null)
                : null;
    }

    /** Days in its state. */
    public long getDays() {
        return ItemListView.days(getItem().since(), clock.instant());
    }

    /** The day of UTC: no hour, because it would tell who was awake. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    public boolean isWaiting() {
        return getItem().status() == ItemStatus.SUBMITTED;
    }

    /** Who revises it in its author's place; null while its author does. */
    public @Nullable String getEditor() {
        return editor;
    }

    public List<Integer> getRevisions() {
        return IntStream.rangeClosed(1, getItem().revision()).boxed().toList();
    }

    public int getNumber() {
        return number;
    }

    public ItemText getShown() {
        return shown;
    }

    public List<ItemQueries.Step> getSteps() {
        return steps;
    }

    public List<ItemDiff.Field> getDifferences() {
        return differences;
    }

    public List<ItemPage.Remark> getRemarks() {
        return remarks;
    }

    public List<ItemComment> getComments() {
        return comments;
    }
}
