package org.smeportal.items;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smeportal.drafts.DraftFields;
import org.smeportal.drafts.Drafts;
import org.smeportal.drafts.Typed;
import org.smeportal.kernel.PageRequest;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;
import org.smeportal.wording.FieldMap;
import org.smeportal.wording.ItemField;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/**
 * Items as authors make them: begun in a workshop, filled with a whole text, handed in, by the acts of the desk. The caller
 * has an account, an SME and a seat in the workshop, and the time to write is open.
 */
public final class WrittenItems {
    private static final String DEVICE = "abcdefghijklmnopqrstuv";

    private final Rig rig;
    private int written;

    public WrittenItems(Rig rig) {
        this.rig = rig;
    }

    /** Begins an item in the domain; nothing stands in it yet. */
    public UUID started(Caller author, UUID event, int domain) {
        return rig.as(author, () -> rig.get(StartItem.class).start(event, domain));
    }

    /** A draft with a whole text of its own, in the first task of the domain where it has tasks. */
    public UUID draft(Caller author, UUID event, int domain) {
        UUID item = started(author, event, domain);
        fill(author, item, text(++written));
        return item;
    }

    /** An item that was handed in. */
    public UUID submitted(Caller author, UUID event, int domain) {
        UUID item = draft(author, event, domain);
        submit(author, item);
        return item;
    }

    /** What the desk would save; options and pages keep the ids that the draft has, and the pages are read today. */
    public void fill(Caller author, UUID item, ItemText text) {
        rig.as(author, () -> {
            OpenDraft.Desk desk = rig.get(OpenDraft.class).open(item);
            Map<String, String> values = desk.content().values();
            List<Typed> typed = new ArrayList<>();
            FieldMap.fields(withIdsOf(values, text, today()))
                    .forEach((field, value) -> typed.add(typed(desk, field, value)));
            rig.get(Blueprint.class).of(desk.item().examId()).stream()
                    .filter(domain -> String.valueOf(domain.number()).equals(values.get(DraftFields.DOMAIN)))
                    .filter(domain -> !domain.tasks().isEmpty())
                    .forEach(domain -> typed.add(typed(
                            desk,
                            DraftFields.TASK,
                            String.valueOf(domain.tasks().get(0).number()))));
            Drafts.Saved saved =
                    rig.get(SaveDraft.class).save(item, DEVICE, desk.content().seq(), typed);
            if (!saved.problems().isEmpty() || !saved.conflicts().isEmpty()) {
                throw new IllegalStateException("not stored: " + saved.problems() + saved.conflicts());
            }
            return null;
        });
    }

    /** Leaves as it is whatever the linter would have mended, for that reason. */
    public void waive(Caller author, UUID item, String reason) {
        rig.as(author, () -> {
            OpenDraft.Desk desk = rig.get(OpenDraft.class).open(item);
            List<Typed> reasons = rig.get(SubmissionCheck.class).of(desk.item(), desk.content()).open().stream()
                    .map(finding -> typed(desk, SubmissionPolicy.waiverField(finding), reason))
                    .toList();
            return rig.get(SaveDraft.class).save(item, DEVICE, desk.content().seq(), reasons);
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(rig.clock().instant(), java.time.ZoneOffset.UTC);
    }

    public void submit(Caller author, UUID item) {
        submit(author, item, false);
    }

    /** As only editorial, for a second person. */
    public void submitAsEditorial(Caller author, UUID item) {
        submit(author, item, true);
    }

    private void submit(Caller author, UUID item, boolean editorial) {
        rig.as(author, () -> {
            int seq = rig.get(OpenDraft.class).open(item).content().seq();
            rig.get(SubmitItem.class).submit(new SubmitItem.Submission(item, seq, editorial));
        });
    }

    /** Says one thing in other words: the same key, the same options. */
    public void reword(Caller author, UUID item) {
        ItemText text = rig.as(
                author,
                () -> FieldMap.text(
                        rig.get(OpenDraft.class).open(item).content().values()));
        fill(
                author,
                item,
                new ItemText(
                        text.scenario().replace("At noon", "At midday"),
                        text.question(),
                        text.options(),
                        text.references()));
    }

    /** How many items an author has. */
    public long of(Caller author) {
        return rig.as(
                author,
                () -> rig.get(OwnItems.class).page(null, PageRequest.first()).total());
    }

    /** A clean text; each number has words of its own. */
    public static ItemText text(int number) {
        String service = "service " + number;
        return new ItemText(
                "A company of " + (20 + number) + " people keeps **orders** in one queue and reads them with " + service
                        + ". At noon the queue grows, and orders wait for minutes.",
                "Which change lets orders be read sooner with the LEAST effort to operate?",
                List.of(
                        new ItemOption(
                                "a",
                                "Let the number of readers follow the length of the queue.",
                                true,
                                "More readers work while the queue is long, and nobody starts them by hand.",
                                ""),
                        new ItemOption(
                                "b",
                                "Keep every message for twice as long as before.",
                                false,
                                "Messages that stay longer are not read any sooner.",
                                "Takes the time that messages are kept for the speed of reading."),
                        new ItemOption(
                                "c",
                                "Move the queue to a table that a job reads each hour.",
                                false,
                                "A job each hour makes orders wait longer than they do today.",
                                "Believes that reading many at once is reading soon."),
                        new ItemOption(
                                "d",
                                "Start ten more readers by hand each day at noon.",
                                false,
                                "It helps at noon, and somebody has to do it each day.",
                                "Does not count the work of people as effort.")),
                List.of(new ItemReference(
                        "r",
                        "Scaling by the length of a queue",
                        "https://docs.example.org/queues/scaling-" + number,
                        "A group of readers can grow and shrink with the number of waiting messages.",
                        LocalDate.of(2020, 2, 1))));
    }

    private static Typed typed(OpenDraft.Desk desk, String field, String value) {
        var stored = desk.content().fields().get(field);
        return new Typed(field, value, stored == null ? 0 : stored.version());
    }

    private static ItemText withIdsOf(Map<String, String> draft, ItemText text, LocalDate read) {
        List<String> options = FieldMap.ids(draft.getOrDefault(ItemField.OPTIONS, ""));
        List<String> references = FieldMap.ids(draft.getOrDefault(ItemField.REFERENCES, ""));
        List<ItemOption> named = new ArrayList<>();
        for (int i = 0; i < text.options().size(); i++) {
            ItemOption option = text.options().get(i);
            String id = i < options.size() ? options.get(i) : option.id();
            named.add(new ItemOption(id, option.text(), option.key(), option.rationale(), option.misconception()));
        }
        List<ItemReference> sources = new ArrayList<>();
        for (int i = 0; i < text.references().size(); i++) {
            ItemReference source = text.references().get(i);
            String id = i < references.size() ? references.get(i) : source.id();
            sources.add(new ItemReference(id, source.title(), source.url(), source.quote(), read));
        }
        return new ItemText(text.scenario(), text.question(), named, sources);
    }
}
