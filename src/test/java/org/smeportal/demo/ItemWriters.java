package org.smeportal.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smeportal.items.ItemSweep;
import org.smeportal.items.JudgeSubmission;
import org.smeportal.items.WithdrawItem;
import org.smeportal.items.WrittenItems;
import org.smeportal.pipeline.SetTargets;
import org.smeportal.security.Caller;
import org.smeportal.testing.CleanItems;
import org.smeportal.testing.Rig;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemText;

/** Items of the demo: what SMEs write in a workshop, what becomes of it, and what a programme manager does about it. */
final class ItemWriters {
    private final Rig rig;
    private final Caller pm;
    private final WrittenItems items;

    ItemWriters(Rig rig, Caller pm) {
        this.rig = rig;
        this.pm = pm;
        items = new WrittenItems(rig);
    }

    /** In 2020 the portal was young: one item was taken back, one was left alone until its time was over (R5.1). */
    void begin2020(Caller writer, UUID event) {
        List<CleanItems.CleanItem> texts = texts("SAP-C01");
        submitted(writer, event, texts.get(0));
        UUID second = drafted(writer, event, texts.get(1));
        rig.as(writer, () -> rig.get(WithdrawItem.class).withdraw(second));
        items.started(writer, event, 3);
    }

    /** Once the days to write are over. */
    void endOfWriting() {
        rig.as(Caller.SYSTEM, () -> rig.get(ItemSweep.class).run());
    }

    /** A workshop that was over some days ago: {@code writers} hand in what they wrote, the demo's SME first. */
    void present(UUID event, List<Caller> writers) {
        List<CleanItems.CleanItem> texts = texts("SAA-C02");
        Caller sme = writers.get(0);
        submitted(sme, event, texts.get(0));
        UUID back = submitted(sme, event, texts.get(1));
        unfinished(sme, event, texts.get(2));
        for (int i = 3; i < texts.size() - 4; i++) {
            rig.clock().advance(Duration.ofMinutes(11));
            submitted(writers.get(1 + i % (writers.size() - 1)), event, texts.get(i));
        }
        waived(
                writers.get(1),
                event,
                texts.get(texts.size() - 4),
                "Without its second half the key would be wrong, and a distractor as long as this would give itself away.");
        waived(writers.get(2), event, texts.get(texts.size() - 3), "The rule belongs to the answer.");
        unfinished(writers.get(1), event, texts.get(texts.size() - 2));
        ItemText alike = reworded(texts.get(3).text());
        UUID twin = items.started(writers.get(2), event, texts.get(3).domain());
        items.fill(writers.get(2), twin, alike);
        items.submit(writers.get(2), twin);
        UUID known = submitted(writers.get(3), event, texts.get(texts.size() - 1));
        rig.clock().advance(Duration.ofHours(5));
        judge(
                back,
                "The scenario names two databases, and only one of them matters. Say what the second is for, or leave"
                        + " it out.",
                false);
        judge(
                known,
                "The exam has a question on this already. What to take along: your distractors were the better ones.",
                true);
        rig.as(
                pm,
                () -> rig.get(SetTargets.class)
                        .set(new SetTargets.Targets("SAA-C02", null, Map.of(1, 40, 2, 32, 3, 32, 4, 24))));
        rig.as(
                pm,
                () -> rig.get(SetTargets.class)
                        .set(new SetTargets.Targets("SAA-C02", event, Map.of(1, 5, 2, 4, 3, 4, 4, 3))));
    }

    private List<CleanItems.CleanItem> texts(String exam) {
        LocalDate today = LocalDate.ofInstant(rig.clock().instant(), ZoneOffset.UTC);
        return CleanItems.readOn(today).stream()
                .filter(item -> item.exam().equals(exam))
                .toList();
    }

    private UUID drafted(Caller writer, UUID event, CleanItems.CleanItem text) {
        UUID item = items.started(writer, event, text.domain());
        items.fill(writer, item, text.text());
        return item;
    }

    private UUID submitted(Caller writer, UUID event, CleanItems.CleanItem text) {
        UUID item = drafted(writer, event, text);
        items.submit(writer, item);
        return item;
    }

    /** Half an item, with something for the linter to say: the key is longer than all others, reasons are missing. */
    private void unfinished(Caller writer, UUID event, CleanItems.CleanItem whole) {
        ItemText text = withLongKey(whole.text());
        List<ItemOption> options = text.options().stream()
                .map(option -> option.key()
                        ? option
                        : new ItemOption(option.id(), option.text(), false, "", option.misconception()))
                .toList();
        UUID item = items.started(writer, event, whole.domain());
        items.fill(writer, item, new ItemText(text.scenario(), text.question(), options, text.references()));
    }

    /** The linter says that the key is the longest option; the author knows, and says why it stays. */
    private void waived(Caller writer, UUID event, CleanItems.CleanItem text, String reason) {
        UUID item = items.started(writer, event, text.domain());
        items.fill(writer, item, withLongKey(text.text()));
        items.waive(writer, item, reason);
        items.submit(writer, item);
    }

    private static ItemText withLongKey(ItemText text) {
        List<ItemOption> options = text.options().stream()
                .map(option -> option.key()
                        ? new ItemOption(
                                option.id(),
                                option.text() + ", and let a rule watch that it stays so after each change of the team",
                                true,
                                option.rationale(),
                                "")
                        : option)
                .toList();
        return new ItemText(text.scenario(), text.question(), options, text.references());
    }

    private void judge(UUID item, String reason, boolean duplicate) {
        JudgeSubmission.Judgement judgement = new JudgeSubmission.Judgement(item, 1, reason);
        rig.as(pm, () -> {
            JudgeSubmission judges = rig.get(JudgeSubmission.class);
            if (duplicate) {
                judges.duplicate(judgement);
            } else {
                judges.giveBack(judgement);
            }
        });
    }

    /** The same idea in other words. */
    private static ItemText reworded(ItemText text) {
        return new ItemText(
                text.scenario().replace("A company", "A firm").replace(" The ", " Its "),
                text.question(),
                text.options(),
                text.references());
    }
}
